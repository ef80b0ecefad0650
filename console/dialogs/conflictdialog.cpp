// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/conflictdialog.h"

#include "console/widgets/pageparts.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 820;
constexpr int kHeight = 380;

} // namespace

ConflictDialog::ConflictDialog(ConfigModel &config, QWidget *parent)
    : QDialog(parent)
    , m_config(config)
    , m_list(new QWidget(this))
    , m_done(new QPushButton(tr("Keep these choices"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed by someone else meanwhile"));
    resize(kWidth, kHeight);
    auto *text = tonedLabel(tr("These settings are no longer what they were when you edited them. Choose for each; "
                               "nothing is applied before you say so."),
                            u"secondary"_s, this);
    text->setWordWrap(true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_list);
    scroll->setWidgetResizable(true);
    auto *allMine = new QPushButton(tr("Keep all mine"), this);
    auto *allTheirs = new QPushButton(tr("Take all theirs"), this);
    auto *later = new QPushButton(tr("Decide later"), this);
    allMine->setObjectName(u"conflictAllMine"_s);
    allTheirs->setObjectName(u"conflictAllTheirs"_s);
    m_done->setObjectName(u"conflictDone"_s);
    m_done->setProperty("primary", true);
    for (QPushButton *button : {allMine, allTheirs, m_done})
        button->setAutoDefault(false);
    later->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(allMine);
    buttons->addWidget(allTheirs);
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(m_done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(tonedLabel(windowTitle(), u"heading"_s, this));
    layout->addWidget(text);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(allMine, &QPushButton::clicked, this, [this] { chooseAll(Choice::Mine); });
    connect(allTheirs, &QPushButton::clicked, this, [this] { chooseAll(Choice::Theirs); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_done, &QPushButton::clicked, this, &ConflictDialog::finish);
    connect(&config, &ConfigModel::editsChanged, this, &ConflictDialog::rebuild);
    rebuild();
}

QString ConflictDialog::shown(const QString &key, const QJsonValue &value) const
{
    const ConfigSetting *setting = m_config.setting(key);
    return setting ? setting->display(value) : value.toVariant().toString();
}

void ConflictDialog::rebuild()
{
    const QStringList keys = m_config.conflicts();
    if (keys.isEmpty()) { // decided elsewhere
        reject();
        return;
    }
    QMap<QString, Decision> decisions;
    for (const QString &key : keys) {
        Decision now{m_config.edits().value(key).value, m_config.runningValue(key)};
        const Decision before = m_decisions.value(key);
        if (before.mine == now.mine && before.theirs == now.theirs)
            now.choice = before.choice;
        decisions.insert(key, now);
    }
    m_decisions = decisions;
    qDeleteAll(m_list->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(m_list);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(8);
    const QStringList heads{tr("Setting"), tr("Mine"), tr("Theirs, running now"), tr("Base, before both")};
    for (int column = 0; column < heads.size(); ++column)
        m_grid->addWidget(tonedLabel(heads.at(column), u"muted"_s, m_list), 0, column);
    int row = 1;
    for (const QString &key : keys)
        addRow(row++, key);
    m_grid->setRowStretch(row, 1);
    m_grid->setColumnStretch(0, 1);
    updateButtons();
}

void ConflictDialog::addRow(int row, const QString &key)
{
    const Decision &decision = m_decisions[key];
    auto *name = tonedLabel(key, u"title"_s, m_list);
    name->setToolTip(m_config.sourceText(key));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(tonedLabel(shown(key, decision.mine), u"added"_s, m_list), row, 1);
    auto *theirs = tonedLabel(shown(key, decision.theirs), u"removed"_s, m_list);
    theirs->setToolTip(m_config.sourceText(key));
    m_grid->addWidget(theirs, row, 2);
    m_grid->addWidget(tonedLabel(shown(key, m_config.edits().value(key).base), u"secondary"_s, m_list), row, 3);
    auto *group = new QButtonGroup(name);
    auto *mine = new QRadioButton(tr("Keep mine"), m_list);
    auto *take = new QRadioButton(tr("Take theirs"), m_list);
    mine->setObjectName(u"keepMine:"_s + key);
    take->setObjectName(u"takeTheirs:"_s + key);
    mine->setAccessibleName(tr("Keep mine for %1").arg(key));
    take->setAccessibleName(tr("Take theirs for %1").arg(key));
    group->addButton(mine);
    group->addButton(take);
    mine->setChecked(decision.choice == Choice::Mine);
    take->setChecked(decision.choice == Choice::Theirs);
    m_grid->addWidget(mine, row, 4);
    m_grid->addWidget(take, row, 5);
    const auto choose = [this, key](Choice choice) {
        return [this, key, choice] {
            m_decisions[key].choice = choice;
            updateButtons();
        };
    };
    connect(mine, &QRadioButton::clicked, this, choose(Choice::Mine));
    connect(take, &QRadioButton::clicked, this, choose(Choice::Theirs));
}

void ConflictDialog::chooseAll(Choice choice)
{
    for (Decision &decision : m_decisions)
        decision.choice = choice;
    rebuild();
}

void ConflictDialog::updateButtons()
{
    const bool isDecided = std::none_of(m_decisions.cbegin(), m_decisions.cend(),
                                        [](const Decision &one) { return one.choice == Choice::None; });
    m_done->setEnabled(isDecided);
    m_done->setToolTip(isDecided ? QString() : tr("Choose for each setting first."));
}

void ConflictDialog::finish()
{
    disconnect(&m_config, nullptr, this, nullptr);
    for (auto one = m_decisions.cbegin(); one != m_decisions.cend(); ++one) {
        if (one->choice == Choice::Mine)
            m_config.rebase(one.key());
        else
            m_config.undo(one.key());
    }
    accept();
}

} // namespace sluice::console
