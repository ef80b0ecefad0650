// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/drafts.h"

#include "console/app/widgetpath.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabBar>

namespace sluice::console {

namespace {

bool isPart(const QWidget &line)
{
    return qobject_cast<const QAbstractSpinBox *>(line.parentWidget()) != nullptr;
}

template <typename Widget, typename Visit>
void forEachNamed(const QWidget &root, const Visit &visit)
{
    for (Widget *widget : root.findChildren<Widget *>()) {
        const QString path = widgetPath(*widget, root);
        if (!widget->objectName().isEmpty() && !path.isEmpty() && !isPart(*widget))
            visit(path, *widget);
    }
}

} // namespace

Drafts::Drafts(const QWidget &from)
{
    forEachNamed<QLineEdit>(from, [&](const QString &path, auto &line) { m_values[path] = line.text(); });
    forEachNamed<QSpinBox>(from, [&](const QString &path, auto &box) { m_values[path] = box.value(); });
    forEachNamed<QDoubleSpinBox>(from, [&](const QString &path, auto &box) { m_values[path] = box.value(); });
    forEachNamed<QCheckBox>(from, [&](const QString &path, auto &box) { m_values[path] = box.isChecked(); });
    forEachNamed<QComboBox>(from, [&](const QString &path, auto &box) { m_values[path] = box.currentIndex(); });
    forEachNamed<QTabBar>(from, [&](const QString &path, auto &tabs) { m_values[path] = tabs.currentIndex(); });
    if (const QWidget *focus = QApplication::focusWidget(); focus != nullptr && from.isAncestorOf(focus))
        m_focus = widgetPath(*focus, from);
}

void Drafts::putInto(const QWidget &target) const
{
    const auto with = [this](const QString &path, auto set) {
        if (const auto value = m_values.constFind(path); value != m_values.cend())
            set(*value);
    };
    forEachNamed<QTabBar>(target, [&](const QString &path, auto &tabs) {
        with(path, [&](const QVariant &value) { tabs.setCurrentIndex(value.toInt()); });
    });
    forEachNamed<QLineEdit>(target, [&](const QString &path, auto &line) {
        with(path, [&](const QVariant &value) { line.setText(value.toString()); });
    });
    forEachNamed<QSpinBox>(target, [&](const QString &path, auto &box) {
        with(path, [&](const QVariant &value) { box.setValue(value.toInt()); });
    });
    forEachNamed<QDoubleSpinBox>(target, [&](const QString &path, auto &box) {
        with(path, [&](const QVariant &value) { box.setValue(value.toDouble()); });
    });
    forEachNamed<QCheckBox>(target, [&](const QString &path, auto &box) {
        with(path, [&](const QVariant &value) { box.setChecked(value.toBool()); });
    });
    forEachNamed<QComboBox>(target, [&](const QString &path, auto &box) {
        with(path, [&](const QVariant &value) { box.setCurrentIndex(value.toInt()); });
    });
    if (m_focus.isEmpty())
        return;
    forEachNamed<QWidget>(target, [&](const QString &path, auto &widget) {
        if (path == m_focus)
            widget.setFocus();
    });
}

} // namespace sluice::console
