// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/confirmdialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 460;
constexpr int kMaxReason = 200;
constexpr int kFieldGap = 6; // beside the layout's own spacing

} // namespace

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_kind(question.kind)
    , m_countOf(question.countOf)
    , m_takesNone(question.takesNone)
    , m_count(question.count)
    , m_fields(new QVBoxLayout)
    , m_text(new QLabel(question.text, this))
    , m_countLabel(new QLabel(this))
    , m_typedCount(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_confirm(new QPushButton(question.verb, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    setMinimumWidth(kWidth);
    build(question);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmDialog::submit);
    connect(m_typedCount, &QLineEdit::textChanged, this, &ConfirmDialog::update);
    connect(m_reason, &QLineEdit::textChanged, this, &ConfirmDialog::update);
    update();
}

void ConfirmDialog::build(const Question &question)
{
    auto *title = new QLabel(question.title, this);
    title->setProperty("tone", u"heading"_s);
    for (QLabel *label : {title, m_text, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_text->setProperty("tone", u"secondary"_s);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setObjectName(u"confirmProblem"_s);
    m_problem->hide();
    m_typedCount->setObjectName(u"confirmCount"_s);
    m_countLabel->setBuddy(m_typedCount);
    m_reason->setObjectName(u"confirmReason"_s);
    m_reason->setMaxLength(kMaxReason);
    const QString goes = question.reasonGoes.isEmpty() ? tr("kept in the audit log") : question.reasonGoes;
    auto *reasonLabel =
        new QLabel(m_kind == Class::Many ? tr("&Reason: required, %1").arg(goes) : tr("&Reason: %1").arg(goes), this);
    reasonLabel->setBuddy(m_reason);
    const bool isCounted = m_kind == Class::Many;
    m_countLabel->setVisible(isCounted);
    m_typedCount->setVisible(isCounted);
    m_confirm->setObjectName(u"confirmButton"_s);
    m_confirm->setProperty("danger", true);
    m_confirm->setAutoDefault(false);
    m_cancel->setObjectName(u"confirmCancel"_s);
    m_cancel->setDefault(true);
    m_fields->setSpacing(4);
    m_fields->addWidget(m_countLabel);
    m_fields->addWidget(m_typedCount);
    if (isCounted)
        m_fields->addSpacing(kFieldGap);
    m_fields->addWidget(reasonLabel);
    m_fields->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addLayout(m_fields);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void ConfirmDialog::addField(const QString &label, QWidget *field)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    m_fields->addSpacing(kFieldGap);
    m_fields->addWidget(name);
    m_fields->addWidget(field);
}

void ConfirmDialog::setCount(qint64 count, const QString &verb)
{
    m_count = count;
    m_confirm->setText(verb);
    update();
}

void ConfirmDialog::showProblem(const QString &text)
{
    m_isWaiting = false;
    m_problem->setText(text);
    m_problem->show();
    update();
}

void ConfirmDialog::showGrown(qint64 count, const QString &verb)
{
    const QString before = QLocale().toString(m_count.value_or(0));
    m_typedCount->clear();
    setCount(count, verb);
    showProblem(tr("Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.", nullptr,
                   static_cast<int>(count))
                    .arg(before));
}

void ConfirmDialog::setPossible(bool possible, const QString &why)
{
    m_isPossible = possible;
    m_whyNot = why;
    update();
}

QString ConfirmDialog::reason() const
{
    return m_reason->text().trimmed();
}

void ConfirmDialog::update()
{
    m_countLabel->setText(!m_count ? tr("The server is counting…")
                              : m_countOf.isEmpty()
                              ? tr("&Type %1 to confirm").arg(QString::number(*m_count))
                              : tr("&Type %1 to confirm, %2").arg(QString::number(*m_count), m_countOf));
    const bool isTyped = m_kind == Class::One
        || (m_count && (*m_count > 0 || m_takesNone) && m_typedCount->text().trimmed() == QString::number(*m_count));
    const bool hasReason = m_kind == Class::One || !reason().isEmpty();
    m_confirm->setEnabled(isTyped && hasReason && m_isPossible && !m_isWaiting);
    m_confirm->setToolTip(!m_isPossible    ? m_whyNot
                              : !isTyped   ? tr("Type the number first.")
                              : !hasReason ? tr("A reason is required.")
                                           : QString());
}

void ConfirmDialog::submit()
{
    m_isWaiting = true;
    m_problem->hide();
    update();
    Q_EMIT confirmed();
}

void ConfirmDialog::keyPressEvent(QKeyEvent *event)
{
    // In a field Enter would press the default button, which throws away what was typed.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_cancel->hasFocus()) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace sluice::console
