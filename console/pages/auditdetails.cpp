// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/auditdetails.h"

#include "console/models/auditlist.h"
#include "console/models/listvalues.h"
#include "console/widgets/pageparts.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinWidth = 260;

QLabel *wrapped(const QString &text, const QString &tone, QWidget *parent)
{
    QLabel *label = tonedLabel(text, tone, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AuditDetails::AuditDetails(QWidget *parent)
    : QFrame(parent)
    , m_title(wrapped({}, u"heading"_s, this))
    , m_subtitle(wrapped({}, u"muted"_s, this))
    , m_lines(new QVBoxLayout)
{
    setObjectName(u"panelCard"_s);
    setMinimumWidth(kMinWidth);
    m_title->setObjectName(u"auditTitle"_s);
    auto *content = new QWidget(this);
    content->setLayout(m_lines);
    m_lines->setContentsMargins(0, 0, 4, 0);
    m_lines->setSpacing(4);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("What the entry changed"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(scroll, 1);
    showEntry({});
}

void AuditDetails::showEntry(const QJsonObject &row)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (row.isEmpty()) {
        m_title->setText(tr("No entry selected"));
        m_subtitle->setText(tr("Select a row to see each value before and after. Nobody can change this log."));
        return;
    }
    m_title->setText(row.value("method"_L1).toString());
    m_subtitle->setText(tr("%1 · %2 (%3) · %4")
                            .arg(AuditList::timeText(row), row.value("who"_L1).toString(),
                                 row.value("role"_L1).toString(), row.value("address"_L1).toString()));
    const QString result = row.value("result"_L1).toString();
    addLabel(AuditList::resultTone(row) == Tone::Ok ? u"ok"_s : u"warn"_s, tr("Result: %1").arg(result));
    if (const QJsonValue affected = row.value("affected"_L1); affected.isDouble())
        addLabel(u"secondary"_s, tr("Affected: %1").arg(QLocale().toString(affected.toInteger())));
    const QString reason = row.value("reason"_L1).toString();
    addLabel(u"secondary"_s, reason.isEmpty() ? tr("No reason was given.") : tr("Reason: %1").arg(reason));
    m_lines->addSpacing(6);
    const QList<AuditList::Change> changes = AuditList::changesOf(row);
    for (const AuditList::Change &change : changes) {
        addLabel(u"title"_s, change.name);
        if (!change.before.isUndefined())
            addLabel(u"removed"_s, u"− "_s + listvalues::json(change.before));
        if (!change.after.isUndefined())
            addLabel(u"added"_s, u"+ "_s + listvalues::json(change.after));
    }
    m_lines->addStretch(1);
}

void AuditDetails::addLabel(const QString &tone, const QString &text)
{
    m_lines->addWidget(wrapped(text, tone, m_lines->parentWidget()));
}

} // namespace sluice::console
