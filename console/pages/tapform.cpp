// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/tapform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// The server's own bounds.
constexpr int kMostPerSecond = 1000;
constexpr int kMaxSeconds = 3600;
constexpr int kMaxSlowMs = 3'600'000;
// Units: logical pixels.
constexpr int kPayloadsHeight = 26;

} // namespace

TapForm::TapForm(QWidget *parent)
    : QFrame(parent)
    , m_event(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_connection(new QLineEdit(this))
    , m_outcome(new QComboBox(this))
    , m_slower(new QSpinBox(this))
    , m_perSecond(new QSpinBox(this))
    , m_seconds(new QSpinBox(this))
    , m_payloads(new QCheckBox(tr("&Show payloads (audited)"), this))
{
    setObjectName(u"card"_s);
    build();
    for (QSpinBox *box : {m_slower, m_perSecond, m_seconds}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        connect(box, &QSpinBox::valueChanged, this, &TapForm::changed);
    }
}

void TapForm::build()
{
    m_event->setObjectName(u"tapEvent"_s);
    m_user->setObjectName(u"tapUser"_s);
    m_connection->setObjectName(u"tapConnection"_s);
    m_outcome->setObjectName(u"tapOutcome"_s);
    m_slower->setObjectName(u"tapSlower"_s);
    m_perSecond->setObjectName(u"tapPerSecond"_s);
    m_seconds->setObjectName(u"tapSeconds"_s);
    m_payloads->setObjectName(u"tapPayloads"_s);
    m_event->addItem(tr("any"), QString());
    m_user->setPlaceholderText(tr("any"));
    m_connection->setPlaceholderText(tr("any"));
    m_connection->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,15}"_s), this));
    m_outcome->addItem(tr("any"), QString());
    m_outcome->addItem(tr("ok"), u"succeeded"_s);
    m_outcome->addItem(tr("failed"), u"failed"_s);
    m_outcome->addItem(tr("timed out"), u"timed-out"_s);
    m_outcome->addItem(tr("cancelled"), u"cancelled"_s);
    m_outcome->addItem(tr("connection gone"), u"connection-gone"_s);
    m_outcome->addItem(tr("abandoned"), u"abandoned"_s);
    m_outcome->addItem(tr("refused"), u"refused"_s);
    m_slower->setRange(0, kMaxSlowMs);
    m_slower->setSuffix(tr(" ms"));
    m_slower->setSpecialValueText(tr("any"));
    // Neither has a value by itself: what a tap may cost is decided, not forgotten.
    m_perSecond->setRange(0, kMostPerSecond);
    m_perSecond->setSpecialValueText(tr("choose"));
    m_perSecond->setSuffix(tr(" /s"));
    m_seconds->setRange(0, kMaxSeconds);
    m_seconds->setSpecialValueText(tr("choose"));
    m_seconds->setSuffix(tr(" s"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    int column = 0;
    const auto add = [&](const QString &name, QWidget *field, int stretch) {
        auto *label = new QLabel(name, this);
        label->setProperty("tone", u"secondary"_s);
        label->setBuddy(field);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, stretch);
    };
    add(tr("E&vent"), m_event, 2);
    add(tr("&User"), m_user, 2);
    add(tr("&Connection"), m_connection, 1);
    add(tr("&Result"), m_outcome, 1);
    add(tr("S&lower than"), m_slower, 1);
    add(tr("At &most, required"), m_perSecond, 1);
    add(tr("&For, required"), m_seconds, 1);
    grid->setRowMinimumHeight(2, kPayloadsHeight);
    grid->addWidget(m_payloads, 2, 0, 1, column, Qt::AlignBottom);
}

QJsonObject TapForm::params() const
{
    QJsonObject params{{u"maxPerSecond"_s, m_perSecond->value()}, {u"seconds"_s, m_seconds->value()}};
    if (const QString event = m_event->currentData().toString(); !event.isEmpty())
        params[u"event"_s] = event;
    if (const QString user = m_user->text().trimmed(); !user.isEmpty())
        params[u"user"_s] = user;
    if (const qint64 connection = m_connection->text().toLongLong(); connection > 0)
        params[u"connection"_s] = connection;
    if (const QString outcome = m_outcome->currentData().toString(); !outcome.isEmpty())
        params[u"outcome"_s] = outcome;
    if (m_slower->value() > 0)
        params[u"slowerThanMs"_s] = m_slower->value();
    if (m_payloads->isVisibleTo(this) && m_payloads->isChecked())
        params[u"payloads"_s] = true;
    return params;
}

QString TapForm::missing() const
{
    if (m_perSecond->value() == 0)
        return tr("Choose how many events a second may be shown at most.");
    if (m_seconds->value() == 0)
        return tr("Choose after how long the tap ends by itself.");
    return {};
}

void TapForm::setConnection(qint64 connection)
{
    m_event->setCurrentIndex(0);
    m_user->clear();
    m_outcome->setCurrentIndex(0);
    m_slower->setValue(0);
    m_connection->setText(QString::number(connection));
}

void TapForm::setEvents(const QStringList &names)
{
    const QString chosen = m_event->currentData().toString();
    while (m_event->count() > 1)
        m_event->removeItem(1);
    for (const QString &name : names)
        m_event->addItem(name, name);
    m_event->setCurrentIndex(std::max(0, m_event->findData(chosen)));
}

void TapForm::setPayloadsOffered(bool offered)
{
    m_payloads->setVisible(offered);
}

void TapForm::setEditable(bool editable)
{
    const std::initializer_list<QWidget *> fields{m_event,  m_user,      m_connection, m_outcome,
                                                  m_slower, m_perSecond, m_seconds,    m_payloads};
    for (QWidget *field : fields)
        field->setEnabled(editable);
}

void TapForm::focusFirst()
{
    m_event->setFocus(Qt::ShortcutFocusReason);
}

} // namespace sluice::console
