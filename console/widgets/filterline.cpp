// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/filterline.h"

#include "console/widgets/pageparts.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Long enough for the next key, short enough to be felt as at once.
constexpr auto kPause = 250ms;

/// Completes the last term of the line only.
class TermCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;

    [[nodiscard]] QStringList splitPath(const QString &path) const override
    {
        m_before = path.left(path.lastIndexOf(u' ') + 1);
        QString term = path.mid(m_before.size());
        if (term.startsWith(u'-')) {
            m_before += u'-';
            term.remove(0, 1);
        }
        return {term};
    }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override
    {
        return m_before + QCompleter::pathFromIndex(index);
    }

private:
    mutable QString m_before;
};

} // namespace

FilterLine::FilterLine(const QString &placeholder, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_reason(new QLabel(this))
    , m_words(new QStringListModel(this))
{
    m_line->setObjectName(u"filterLine"_s);
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(accessibleName);
    m_line->setClearButtonEnabled(true);
    auto *completer = new TermCompleter(m_words, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setObjectName(u"completions"_s);
    m_line->setCompleter(completer);
    m_reason->setObjectName(u"filterFault"_s);
    m_reason->setProperty("tone", u"critical"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setContentsMargins(9, 0, 0, 0);
    m_reason->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_line);
    layout->addWidget(m_reason);
    setFocusProxy(m_line);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterLine::tell);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, &FilterLine::tell);
}

void FilterLine::setWords(const QStringList &words)
{
    m_words->setStringList(words);
}

QString FilterLine::text() const
{
    return m_line->text();
}

void FilterLine::setText(const QString &text)
{
    m_line->setText(text);
    tell();
}

void FilterLine::tell()
{
    m_pause.stop();
    if (m_told == m_line->text())
        return;
    m_told = m_line->text();
    Q_EMIT changed(m_told);
}

void FilterLine::setFault(const QString &reason)
{
    if (m_reason->text() == reason)
        return;
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_line->setProperty("fault", !reason.isEmpty());
    m_line->setAccessibleDescription(reason);
    restyle(*m_line);
}

QString FilterLine::fault() const
{
    return m_reason->text();
}

void FilterLine::focusAll()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

} // namespace sluice::console
