// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/pendingpanel.h"

#include "console/dialogs/conflictdialog.h"
#include "console/models/format.h"
#include "console/models/whatifnote.h"
#include "console/pages/trialpanel.h"
#include "console/widgets/chip.h"
#include "console/widgets/icons.h"
#include "console/widgets/pageparts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 356;
constexpr std::chrono::milliseconds kQuietAfter{400}; // since the last edit
constexpr int kTrialSeconds = 300;
constexpr int kLeastTrialSeconds = 5;
constexpr int kMostTrialSeconds = 3600; // the server's

} // namespace

PendingPanel::PendingPanel(ServerSession &session, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_theme(theme)
    , m_conflicts(new QPushButton(this))
    , m_count(new Chip(theme, this))
    , m_base(tonedLabel({}, u"muted"_s, this))
    , m_rows(new QVBoxLayout)
    , m_reason(new QLineEdit(this))
    , m_onTrial(new QCheckBox(tr("Undo by itself unless I keep it within"), this))
    , m_trialSeconds(new QSpinBox(this))
    , m_trial(new TrialPanel(session, this))
    , m_discard(new QPushButton(tr("Discard all"), this))
    , m_check(new QPushButton(tr("Check on server"), this))
    , m_apply(new QPushButton(this))
    , m_message(tonedLabel({}, u"muted"_s, this))
{
    setObjectName(u"panelCard"_s);
    setMinimumWidth(kWidth); // and more where a language needs it
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->addWidget(tonedLabel(tr("Pending changes"), u"title"_s, this));
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_base);

    auto *list = new QWidget(this);
    list->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 4, 0);
    m_rows->setSpacing(10);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Pending changes"));
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_reason);
    buildTrial(*layout);
    buildButtons(*layout);
    connect(&session.config(), &ConfigModel::editsChanged, this, &PendingPanel::rebuild);
    connect(&session.config(), &QAbstractItemModel::modelReset, this, &PendingPanel::rebuild);
    connect(&session, &ServerSession::linkChanged, this, &PendingPanel::updateButtons);
    connect(&session, &ServerSession::updated, this, &PendingPanel::updateButtons);
    connect(m_reason, &QLineEdit::textChanged, this, &PendingPanel::updateButtons);
    m_conflicts->setObjectName(u"configConflicts"_s);
    connect(m_conflicts, &QPushButton::clicked, this, &PendingPanel::openConflicts);
    m_quietly.setSingleShot(true);
    m_quietly.setInterval(kQuietAfter);
    connect(&m_quietly, &QTimer::timeout, this, &PendingPanel::checkQuietly);
    setReasonRequired(false);
    rebuild();
}

void PendingPanel::buildTrial(QVBoxLayout &layout)
{
    m_onTrial->setObjectName(u"configOnTrial"_s);
    m_trialSeconds->setObjectName(u"configTrialSeconds"_s);
    m_trialSeconds->setAccessibleName(tr("Seconds until it is undone"));
    m_trialSeconds->setRange(kLeastTrialSeconds, kMostTrialSeconds);
    m_trialSeconds->setValue(kTrialSeconds);
    m_trialSeconds->setSuffix(tr(" s", "seconds, after a number"));
    m_trialSeconds->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_trialSeconds->setEnabled(false);
    connect(m_onTrial, &QCheckBox::toggled, m_trialSeconds, &QWidget::setEnabled);
    connect(m_trial, &TrialPanel::told, this, &PendingPanel::say);
    auto *row = new QHBoxLayout;
    row->addWidget(m_onTrial);
    row->addWidget(m_trialSeconds);
    row->addStretch();
    layout.addLayout(row);
    layout.addWidget(m_trial);
}

void PendingPanel::buildButtons(QVBoxLayout &layout)
{
    m_reason->setObjectName(u"configReason"_s);
    m_reason->setAccessibleName(tr("Reason of the change"));
    m_reason->setMaxLength(200);
    m_message->setObjectName(u"configMessage"_s);
    m_message->setWordWrap(true);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long one makes the panel no wider
    m_apply->setObjectName(u"configApply"_s);
    m_apply->setProperty("primary", true);
    m_check->setObjectName(u"configCheck"_s);
    m_discard->setObjectName(u"configDiscard"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_check);
    buttons->addWidget(m_apply);
    layout.addLayout(buttons);
    layout.addWidget(m_message);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_session.config().discardEdits();
        say(u"muted"_s, {});
    });
    connect(m_check, &QPushButton::clicked, this, &PendingPanel::check);
    connect(m_apply, &QPushButton::clicked, this, &PendingPanel::apply);
}

void PendingPanel::setReasonRequired(bool required)
{
    m_reasonRequired = required;
    m_reason->setPlaceholderText(required ? tr("Reason (goes to the audit log), required")
                                          : tr("Reason (goes to the audit log)"));
    updateButtons();
}

void PendingPanel::proposeReason(const QString &reason)
{
    if (!m_reason->text().isEmpty() && m_reason->text() != m_proposedReason)
        return;
    m_reason->setText(reason);
    m_proposedReason = m_reason->text(); // which may be shorter
}

QString PendingPanel::message() const
{
    return m_message->text();
}

void PendingPanel::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

void PendingPanel::rebuild()
{
    const ConfigModel &config = m_session.config();
    clearRows();
    const auto &edits = config.edits();
    for (auto edit = edits.begin(); edit != edits.end(); ++edit)
        m_rows->addWidget(rowFor(edit.key(), edit.value()));
    if (edits.isEmpty()) {
        QLabel *hint =
            tonedLabel(tr("Double-click a value, or press F2 on it, to change it. Nothing happens before you apply."),
                       u"muted"_s, this);
        hint->setWordWrap(true);
        m_rows->addWidget(hint);
    }
    if (edits.isEmpty() && m_reason->text() == m_proposedReason)
        m_reason->clear(); // of a change that is not to be
    m_rows->addStretch(1);
    m_count->setContent(edits.isEmpty() ? QString() : QLocale().toString(edits.size()), ColorRole::Accent, true);
    m_base->setText(tr("base: revision %1").arg(config.revision()));
    if (!edits.isEmpty() && (m_asked != config.changes() || m_askedRevision != config.revision()))
        m_quietly.start();
    updateButtons();
}

QWidget *PendingPanel::rowFor(const QString &key, const ConfigModel::Edit &edit)
{
    const ConfigModel &config = m_session.config();
    const ConfigSetting *setting = config.setting(key);
    const auto shown = [&](const QJsonValue &value) {
        return setting ? setting->display(value) : value.toVariant().toString();
    };
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *undo = new QToolButton(row);
    undo->setIcon(icon(Glyph::Undo, m_theme));
    undo->setAccessibleName(tr("Undo the change of %1").arg(key));
    undo->setToolTip(tr("Undo"));
    undo->setObjectName(u"undo:"_s + key);
    connect(undo, &QToolButton::clicked, this, [this, key] { m_session.config().undo(key); });
    auto *name = new QHBoxLayout;
    name->addWidget(tonedLabel(key, u"title"_s, row), 1);
    name->addWidget(undo);
    layout->addLayout(name);
    auto *values = new QHBoxLayout;
    values->setSpacing(4);
    values->addWidget(tonedLabel(u"− "_s + shown(config.runningValue(key)), u"removed"_s, row));
    values->addWidget(tonedLabel(u"+ "_s + shown(edit.value), u"added"_s, row));
    values->addStretch();
    layout->addLayout(values);
    if (!edit.fault.isEmpty()) {
        const QString expected = edit.expected.isEmpty() ? QString() : tr(" Expected: %1.").arg(edit.expected);
        addNote(*layout, u"critical"_s, u"■ %1%2"_s.arg(format::inOrder(edit.fault), expected));
    } else if (config.isConflict(key)) {
        addNote(*layout, u"warn"_s,
                tr("▲ Changed meanwhile from %1 to %2.").arg(shown(edit.base), shown(config.runningValue(key))));
    }
    if (setting && edit.fault.isEmpty())
        addWhatIf(*layout, *setting, edit);
    if (setting && edit.fault.isEmpty() && setting->effect != admin::OptionEffect::Live) {
        addNote(*layout, u"muted"_s, tr("Takes effect: %1").arg(setting->effectText()));
    }
    return row;
}

void PendingPanel::addWhatIf(QVBoxLayout &layout, const ConfigSetting &setting, const ConfigModel::Edit &edit)
{
    const WhatIfNote note(edit.whatIf, setting, edit.value);
    if (note.costs())
        addNote(layout, u"warn"_s, u"▲ "_s + note.text());
    else if (!note.text().isEmpty())
        addNote(layout, u"muted"_s, note.text());
}

void PendingPanel::addNote(QVBoxLayout &layout, const QString &tone, const QString &text)
{
    QLabel *note = tonedLabel(text, tone, this);
    note->setWordWrap(true);
    note->setFont(Theme::font(Theme::kSmallPoints));
    layout.addWidget(note);
}

void PendingPanel::updateButtons()
{
    const auto count = m_session.config().edits().size();
    const bool linked = m_session.canCall(u"config/patch"_s);
    const bool ready = count > 0 && linked && !m_waiting;
    const bool reasonMissing = m_reasonRequired && m_reason->text().trimmed().isEmpty();
    const auto conflicts = static_cast<int>(m_session.config().conflicts().size());
    m_conflicts->setVisible(conflicts > 0);
    m_conflicts->setText(tr("▲ Decide on %n setting(s) changed by others…", nullptr, conflicts));
    m_discard->setEnabled(count > 0);
    m_check->setEnabled(ready);
    m_apply->setEnabled(ready && !reasonMissing && conflicts == 0 && !m_session.trial());
    m_apply->setText(count == 0 ? tr("Apply") : tr("Apply %n change(s)", nullptr, static_cast<int>(count)));
    m_apply->setToolTip(!linked                 ? m_session.obstacle(u"config/patch"_s)
                            : m_session.trial() ? tr("A change is on trial. Keep it or take it back first.")
                            : conflicts > 0     ? tr("Somebody else changed the same settings. Decide on these first.")
                            : reasonMissing     ? tr("A reason is required.")
                                                : QString());
}

void PendingPanel::check()
{
    send(true);
}

void PendingPanel::apply()
{
    if (m_apply->isEnabled())
        send(false);
}

void PendingPanel::openConflicts()
{
    if (m_session.config().conflicts().isEmpty() || findChild<ConflictDialog *>() != nullptr)
        return;
    (new ConflictDialog(m_session.config(), this))->open();
}

void PendingPanel::checkQuietly()
{
    ConfigModel &config = m_session.config();
    if (config.edits().isEmpty() || m_waiting || !m_session.canCall(u"config/patch"_s))
        return;
    m_asked = config.changes();
    m_askedRevision = config.revision();
    m_session.patchConfig({}, true, this, [](const ServerSession::PatchReply &) {});
}

void PendingPanel::send(bool checkOnly)
{
    const qsizetype count = m_session.config().edits().size();
    m_waiting = true;
    say(u"muted"_s, checkOnly ? tr("Checking…") : tr("Applying…"));
    const QString reason = m_reason->text().trimmed();
    const auto handler = [this, checkOnly, count](const ServerSession::PatchReply &reply) {
        m_waiting = false;
        onReply(checkOnly, count, reply);
        updateButtons();
    };
    if (m_onTrial->isChecked() && !checkOnly)
        m_session.tryConfig(reason, std::chrono::seconds(m_trialSeconds->value()), this, handler);
    else
        m_session.patchConfig(reason, checkOnly, this, handler);
    updateButtons();
}

void PendingPanel::onReply(bool checkOnly, qsizetype count, const ServerSession::PatchReply &reply)
{
    if (reply.stale) {
        say(u"warn"_s,
            tr("▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply "
               "again.")
                .arg(m_session.config().revision()));
        openConflicts();
        return;
    }
    if (!reply.error.isEmpty()) {
        say(u"critical"_s, tr("■ Refused, nothing was changed: %1").arg(format::inOrder(reply.error)));
        return;
    }
    QStringList notes;
    for (const QString &warning : reply.warnings)
        notes.append(u"▲ "_s + format::inOrder(warning));
    for (const QString &impact : reply.impact)
        notes.append(format::inOrder(impact));
    const QString result =
        checkOnly ? tr("The server would accept this.") : tr("%n change(s) applied.", nullptr, static_cast<int>(count));
    notes.prepend(result);
    if (!checkOnly)
        m_reason->clear();
    say(reply.warnings.isEmpty() ? u"ok"_s : u"warn"_s, notes.join(u'\n'));
}

void PendingPanel::say(const QString &tone, const QString &text)
{
    console::say(*m_message, tone, text);
}

} // namespace sluice::console
