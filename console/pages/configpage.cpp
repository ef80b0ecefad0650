// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/configpage.h"

#include "console/pages/configvaluedelegate.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/revisionspanel.h"
#include "console/widgets/columnfit.h"
#include "console/widgets/pageparts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 28;
constexpr int kRevisionsHeight = 176; // four rows

} // namespace

ConfigPage::ConfigPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit(this))
    , m_changedOnly(new QCheckBox(tr("only changed from default"), this))
    , m_table(new QTableView(this))
    , m_detailTitle(new QLabel(this))
    , m_detailText(new QLabel(this))
    , m_detailFacts(new QLabel(this))
    , m_pending(new PendingPanel(session, theme, this))
    , m_revisions(new RevisionsPanel(session, theme, this))
{
    m_filter->setObjectName(u"configFilter"_s);
    m_filter->setPlaceholderText(tr("Filter settings…   (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter settings"));
    m_filter->setClearButtonEnabled(true);
    buildTable(theme);
    auto *filterRow = new QHBoxLayout;
    filterRow->addWidget(m_filter, 1);
    filterRow->addWidget(m_changedOnly);
    auto *left = new QVBoxLayout;
    left->setSpacing(kPartGap);
    left->addLayout(filterRow);
    left->addWidget(tableCard(m_table, this), 1);
    left->addWidget(buildDetails());
    m_revisions->setFixedHeight(kRevisionsHeight);
    left->addWidget(m_revisions);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kPartGap);
    layout->addLayout(left, 1);
    layout->addWidget(m_pending);

    connect(m_filter, &QLineEdit::textChanged, this, &ConfigPage::applyFilter);
    connect(m_changedOnly, &QCheckBox::toggled, this, &ConfigPage::applyFilter);
    connect(&session.config(), &QAbstractItemModel::modelReset, this, [this] {
        spanHeadings();
        applyFilter();
        showDetails();
    });
    connect(&session.config(), &QAbstractItemModel::dataChanged, this, &ConfigPage::showDetails);
    connect(&session.config(), &ConfigModel::revisionChanged, this, &ConfigPage::applyFilter);
    connect(&session, &ServerSession::updated, this, &ConfigPage::showWritingControls);
    connect(m_revisions, &RevisionsPanel::rollBackWanted, this, &ConfigPage::rollBack);
    showWritingControls();
    showDetails();
}

void ConfigPage::buildTable(const Theme &theme)
{
    m_table->setObjectName(u"configTable"_s);
    m_table->setAccessibleName(tr("Settings"));
    m_table->setModel(&m_session.config());
    m_table->setItemDelegate(new ConfigValueDelegate(m_session.config(), theme, m_table));
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ConfigModel::NameColumn, 186);
    m_table->setColumnWidth(ConfigModel::RunningColumn, 128);
    m_table->setColumnWidth(ConfigModel::NewColumn, 128);
    m_table->setColumnWidth(ConfigModel::AllowedColumn, 176);
    m_table->setColumnWidth(ConfigModel::EffectColumn, 112);
    m_table->setColumnWidth(ConfigModel::SourceColumn, 120);
    new ColumnFit(*m_table, ConfigModel::SourceColumn,
                  {{ConfigModel::NameColumn, 140},
                   {ConfigModel::RunningColumn, 96},
                   {ConfigModel::NewColumn, 96},
                   {ConfigModel::AllowedColumn, 0},
                   {ConfigModel::EffectColumn, 0},
                   {ConfigModel::SourceColumn, 60}});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConfigPage::showDetails);
    // In its own column the view itself does it.
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        const QModelIndex value = index.siblingAtColumn(ConfigModel::NewColumn);
        if (index != value && value.flags().testFlag(Qt::ItemIsEditable)) {
            m_table->setCurrentIndex(value);
            m_table->edit(value);
        }
    });
}

QWidget *ConfigPage::buildDetails()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    m_detailTitle->setProperty("tone", u"title"_s);
    m_detailText->setProperty("tone", u"secondary"_s);
    m_detailText->setWordWrap(true);
    m_detailFacts->setProperty("tone", u"muted"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(m_detailTitle);
    layout->addWidget(m_detailText);
    layout->addWidget(m_detailFacts);
    return card;
}

void ConfigPage::spanHeadings()
{
    const ConfigModel &config = m_session.config();
    m_table->clearSpans();
    for (int row = 0; row < config.rowCount(); ++row) {
        if (config.index(row, 0).data(ConfigModel::HeadingRole).toBool())
            m_table->setSpan(row, 0, 1, ConfigModel::ColumnCount);
    }
}

bool ConfigPage::matches(const ConfigSetting &setting) const
{
    const ConfigModel &config = m_session.config();
    if (m_changedOnly->isChecked() && config.runningValue(setting.key) == setting.defaultValue
        && !config.edits().contains(setting.key))
        return false;
    const QString filter = m_filter->text().trimmed();
    return filter.isEmpty() || setting.key.contains(filter, Qt::CaseInsensitive)
        || setting.text.contains(filter, Qt::CaseInsensitive);
}

void ConfigPage::applyFilter()
{
    const ConfigModel &config = m_session.config();
    int heading = -1;
    bool anyInSection = false;
    const auto closeSection = [&] {
        if (heading >= 0)
            m_table->setRowHidden(heading, !anyInSection);
        anyInSection = false;
    };
    for (int row = 0; row < config.rowCount(); ++row) {
        const ConfigSetting *setting = config.settingAt(config.index(row, 0));
        if (setting == nullptr) {
            closeSection();
            heading = row;
            continue;
        }
        const bool shown = matches(*setting);
        m_table->setRowHidden(row, !shown);
        anyInSection = anyInSection || shown;
    }
    closeSection();
}

void ConfigPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ConfigPage::rollBack(const QJsonObject &values, quint64 revision)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        m_session.config().edit(value.key(), value.value());
    const QString why = m_session.revisions().reasonOf(revision);
    m_pending->proposeReason(why.isEmpty() ? tr("Roll back revision %1").arg(revision)
                                           : tr("Roll back revision %1: %2").arg(revision).arg(why));
}

void ConfigPage::showDetails()
{
    const ConfigModel &config = m_session.config();
    const ConfigSetting *setting = config.settingAt(m_table->currentIndex());
    if (setting == nullptr) {
        m_detailTitle->setText(tr("No setting selected"));
        m_detailText->setText(tr("Select a setting to read what it bounds and what happens at the bound."));
        m_detailFacts->clear();
        return;
    }
    m_detailTitle->setText(setting->key);
    m_detailText->setText(setting->text);
    const QJsonValue file = config.fileValue(setting->key);
    m_detailFacts->setText(tr("Running %1   ·   File %2   ·   Default %3   ·   Source: %4")
                               .arg(setting->display(config.runningValue(setting->key)),
                                    file.isNull() || file.isUndefined() ? tr("–", "nothing") : setting->display(file),
                                    setting->display(setting->defaultValue), config.sourceText(setting->key)));
}

void ConfigPage::showWritingControls()
{
    // Absent for those who may never write; merely disabled while the link is lost.
    const bool mayWrite = m_session.info().mayCall(u"config/patch"_s);
    m_pending->setVisible(mayWrite);
    m_table->setColumnHidden(ConfigModel::NewColumn, !mayWrite);
}

} // namespace sluice::console
