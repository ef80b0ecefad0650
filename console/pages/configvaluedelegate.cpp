// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/configvaluedelegate.h"

#include "console/models/format.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Units: logical pixels.
constexpr int kPadding = 5;
constexpr int kIndent = 9;

} // namespace

ConfigValueDelegate::ConfigValueDelegate(const ConfigModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

void ConfigValueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The ground over the whole cell, the text with room at its sides.
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    QStyleOptionViewItem padded = option;
    const bool indented = index.column() == ConfigModel::NameColumn && !index.data(ConfigModel::HeadingRole).toBool();
    const int before = indented ? kPadding + kIndent : kPadding;
    const bool mirrored = option.direction == Qt::RightToLeft;
    padded.rect.adjust(mirrored ? kPadding : before, 0, mirrored ? -before : -kPadding, 0);
    QStyledItemDelegate::paint(painter, padded, index);
}

QWidget *ConfigValueDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                           const QModelIndex &index) const
{
    const ConfigSetting *setting = m_model.settingAt(index);
    if (setting == nullptr)
        return nullptr;
    QWidget *editor = nullptr;
    if (setting->type == admin::OptionType::Choice || setting->type == admin::OptionType::Boolean) {
        auto *combo = new QComboBox(parent);
        if (setting->type == admin::OptionType::Choice)
            combo->addItems(setting->choices);
        else
            combo->addItems({setting->display(true), setting->display(false)});
        editor = combo;
    } else {
        // A line, not a spin box: ranges reach beyond int, and the server says what is wrong in its own words.
        auto *line = new QLineEdit(parent);
        line->setAlignment(setting->isNumber() ? Qt::AlignRight : Qt::AlignLeft);
        editor = line;
    }
    editor->setAccessibleName(tr("New value of %1, allowed: %2").arg(setting->key, setting->allowedText()));
    return editor;
}

// Once: what is typed is not written over by what comes from the server meanwhile; that shows as a conflict.
void ConfigValueDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    constexpr const char *kFilled = "filled";
    if (editor->property(kFilled).toBool())
        return;
    editor->setProperty(kFilled, true);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(combo->findText(text));
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
}

void ConfigValueDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentText(), Qt::EditRole);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

ColorRole ConfigValueDelegate::colorOf(const QModelIndex &index) const
{
    if (index.data(ConfigModel::HeadingRole).toBool())
        return ColorRole::Text3;
    switch (index.column()) {
    case ConfigModel::NameColumn:
    case ConfigModel::RunningColumn: return ColorRole::Text;
    case ConfigModel::NewColumn:
        if (!index.data(ConfigModel::FaultRole).toString().isEmpty())
            return ColorRole::Critical;
        if (index.data(ConfigModel::ConflictRole).toBool())
            return ColorRole::Warn;
        return index.data(ConfigModel::PendingRole).toBool() ? ColorRole::Accent : ColorRole::Text3;
    case ConfigModel::EffectColumn: {
        const ConfigSetting *setting = m_model.settingAt(index);
        return setting && setting->effect == admin::OptionEffect::Restart ? ColorRole::Warn : ColorRole::Text2;
    }
    default: return ColorRole::Text3;
    }
}

void ConfigValueDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = format::inOrder(option->text);
    const QColor color = m_theme.color(colorOf(index));
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
    if (index.data(ConfigModel::HeadingRole).toBool())
        option->font = Theme::font(Theme::kSmallPoints, QFont::Bold);
    if (index.column() == ConfigModel::NewColumn && index.data(ConfigModel::PendingRole).toBool())
        option->font.setBold(true);
}

} // namespace sluice::console
