// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/tracepanel.h"

#include "console/models/format.h"
#include "console/models/tracemodel.h"
#include "console/models/tracesteps.h"
#include "console/widgets/pageparts.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinWidth = 330;
constexpr int kPayloadHeight = 84;

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return u"ok"_s;
    case Tone::Warn: return u"warn"_s;
    case Tone::Critical: return u"critical"_s;
    case Tone::Muted: return u"muted"_s;
    case Tone::Plain: return {};
    case Tone::Secondary: break;
    }
    return u"secondary"_s;
}

QString shapeOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return u"●"_s;
    case Tone::Warn: return u"▲"_s;
    case Tone::Critical: return u"■"_s;
    default: return u"○"_s;
    }
}

QString indented(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented));
    return TraceSteps::numbersText(value);
}

} // namespace

TracePanel::TracePanel(QWidget *parent)
    : QFrame(parent)
    , m_title(tonedLabel({}, u"heading"_s, this))
    , m_subtitle(tonedLabel({}, u"muted"_s, this))
    , m_steps(new QGridLayout)
    , m_paramsTitle(tonedLabel(tr("Parameters"), u"title"_s, this))
    , m_params(new QPlainTextEdit(this))
    , m_answerTitle(tonedLabel(tr("Answer"), u"title"_s, this))
    , m_answer(new QPlainTextEdit(this))
    , m_masked(tonedLabel(tr("Payloads are masked. An administrator can start a tap that shows them; that is audited."),
                          u"muted"_s, this))
{
    setObjectName(u"panelCard"_s);
    setMinimumWidth(kMinWidth);
    m_title->setObjectName(u"traceTitle"_s);
    m_subtitle->setWordWrap(true);
    m_masked->setWordWrap(true);
    m_params->setAccessibleName(tr("Parameters of the event"));
    m_answer->setAccessibleName(tr("Answer to the event"));
    for (QPlainTextEdit *text : {m_params, m_answer}) {
        text->setReadOnly(true);
        text->setFixedHeight(kPayloadHeight);
        text->setTabChangesFocus(true);
    }
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 4, 0);
    contentLayout->setSpacing(8);
    m_steps->setHorizontalSpacing(8);
    m_steps->setVerticalSpacing(7);
    m_steps->setColumnStretch(1, 1);
    contentLayout->addLayout(m_steps);
    for (QWidget *part : std::initializer_list<QWidget *>{m_paramsTitle, m_params, m_answerTitle, m_answer, m_masked})
        contentLayout->addWidget(part);
    contentLayout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("The event's way"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(scroll, 1);
    showRecord({});
}

void TracePanel::showRecord(const QJsonObject &record)
{
    clearSteps();
    const bool isOne = !record.isEmpty();
    if (!isOne) {
        m_title->setText(tr("No event selected"));
        m_subtitle->setText(tr("Select a row to see the event's way: each step with its time, and what each policy "
                               "decided by."));
    } else {
        m_title->setText(record.value("event"_L1).toString(tr("(unknown)")));
        const QString user = record.value("user"_L1).toString();
        m_subtitle->setText(tr("%1 · connection %2 · %3")
                                .arg(TraceModel::timeText(record))
                                .arg(record.value("connection"_L1).toInteger())
                                .arg(user.isEmpty() ? tr("not signed in") : user));
        int row = 0;
        for (const TraceStep &step : TraceSteps::of(record))
            addStep(row++, step);
    }
    showPayload(m_paramsTitle, m_params, record, u"params"_s);
    showPayload(m_answerTitle, m_answer, record, u"answer"_s);
    m_masked->setVisible(isOne && !record.contains("params"_L1) && !record.contains("answer"_L1));
}

void TracePanel::clearSteps()
{
    m_stepTexts.clear();
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void TracePanel::addStep(int row, const TraceStep &step)
{
    const QString ms = step.ms ? format::withUnit(format::milliseconds(*step.ms), tr("ms")) : QString();
    QWidget *parent = m_steps->parentWidget();
    auto *text = new QWidget(parent);
    auto *lines = new QVBoxLayout(text);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    QLabel *title = tonedLabel(step.title, {}, text);
    title->setWordWrap(true);
    lines->addWidget(title);
    if (!step.detail.isEmpty()) {
        QLabel *detail = tonedLabel(step.detail, u"muted"_s, text);
        detail->setWordWrap(true);
        lines->addWidget(detail);
    }
    m_steps->addWidget(tonedLabel(shapeOf(step.tone), toneName(step.tone), parent), row, 0, Qt::AlignTop);
    m_steps->addWidget(text, row, 1);
    m_steps->addWidget(tonedLabel(ms, u"secondary"_s, parent), row, 2, Qt::AlignTop | Qt::AlignRight);
    m_stepTexts.append(QStringList{step.title, step.detail, ms}.join(u" | "_s));
}

QStringList TracePanel::stepTexts() const
{
    return m_stepTexts;
}

void TracePanel::showPayload(QLabel *title, QPlainTextEdit *text, const QJsonObject &record, const QString &field)
{
    const bool isShown = record.contains(field);
    title->setVisible(isShown);
    text->setVisible(isShown);
    text->setPlainText(isShown ? indented(record.value(field)) : QString());
}

} // namespace sluice::console
