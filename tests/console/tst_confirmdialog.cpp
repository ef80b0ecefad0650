// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/confirmdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sluice::console;
using namespace Qt::StringLiterals;

class ConfirmDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneObjectTakesOneClick()
    {
        open(ConfirmDialog::Class::One, 1);
        QCOMPARE(button().text(), u"Disconnect ada"_s);
        QVERIFY(button().isEnabled());
        QVERIFY(!count().isVisible());
        QSignalSpy confirmed(m_dialog, &ConfirmDialog::confirmed);
        button().click();
        QCOMPARE(confirmed.size(), 1);
        QVERIFY2(!button().isEnabled(), "waits for the answer");
    }

    void manyNeedTheNumberAndAReason()
    {
        open(ConfirmDialog::Class::Many, std::nullopt);
        QVERIFY(!button().isEnabled());
        reason().setText(u"they flood us"_s);
        count().setText(u"214"_s);
        QVERIFY2(!button().isEnabled(), "the server has not counted yet");
        m_dialog->setCount(214, u"Disconnect 214 clients"_s);
        QCOMPARE(button().text(), u"Disconnect 214 clients"_s);
        QVERIFY(button().isEnabled());
        count().setText(u"213"_s);
        QVERIFY(!button().isEnabled());
        count().setText(u"214"_s);
        reason().setText(u"  "_s);
        QVERIFY(!button().isEnabled());
    }

    void enterNeverConfirms()
    {
        open(ConfirmDialog::Class::Many, 3);
        count().setText(u"3"_s);
        reason().setText(u"why"_s);
        QVERIFY(button().isEnabled());
        QSignalSpy confirmed(m_dialog, &ConfirmDialog::confirmed);
        for (QWidget *focused : std::initializer_list<QWidget *>{&count(), &reason(), &button()}) {
            focused->setFocus();
            QTest::keyClick(focused, Qt::Key_Return);
            QTest::keyClick(focused, Qt::Key_Enter);
            QVERIFY2(m_dialog && m_dialog->isVisible(), "what was typed is not thrown away either");
        }
        QCOMPARE(confirmed.size(), 0);
        cancel().setFocus();
        QTest::keyClick(&cancel(), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(confirmed.size(), 0);
    }

    void cancelIsTheDefaultAndEscapeCancels()
    {
        open(ConfirmDialog::Class::One, 1);
        QVERIFY(cancel().isDefault());
        QVERIFY(!button().isDefault() && !button().autoDefault());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void aCountThatGrewIsTypedAgain()
    {
        open(ConfirmDialog::Class::Many, 100);
        count().setText(u"100"_s);
        reason().setText(u"why"_s);
        button().click();
        m_dialog->showGrown(140, u"Disconnect 140 clients"_s);
        auto *problem = m_dialog->findChild<QLabel *>(u"confirmProblem"_s);
        QVERIFY(problem->isVisible() && problem->text().contains(u"140"_s) && problem->text().contains(u"100"_s));
        QVERIFY(count().text().isEmpty());
        QVERIFY(!button().isEnabled());
        count().setText(u"140"_s);
        QVERIFY(button().isEnabled());
        QCOMPARE(m_dialog->count(), 140);
    }

    void withoutALinkItSaysWhy()
    {
        open(ConfirmDialog::Class::One, 1);
        m_dialog->setPossible(false, u"no link"_s);
        QVERIFY(!button().isEnabled());
        QCOMPARE(button().toolTip(), u"no link"_s);
        m_dialog->setPossible(true, {});
        QVERIFY(button().isEnabled());
    }

    void cleanup() { delete m_dialog; }

private:
    void open(ConfirmDialog::Class kind, std::optional<qint64> count)
    {
        m_dialog = new ConfirmDialog({.title = u"Disconnect ada?"_s,
                                      .text = u"It is closed."_s,
                                      .verb = u"Disconnect ada"_s,
                                      .kind = kind,
                                      .count = count});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    QPushButton &button() { return *m_dialog->findChild<QPushButton *>(u"confirmButton"_s); }
    QPushButton &cancel() { return *m_dialog->findChild<QPushButton *>(u"confirmCancel"_s); }
    QLineEdit &count() { return *m_dialog->findChild<QLineEdit *>(u"confirmCount"_s); }
    QLineEdit &reason() { return *m_dialog->findChild<QLineEdit *>(u"confirmReason"_s); }

    QPointer<ConfirmDialog> m_dialog;
};

QTEST_MAIN(ConfirmDialogTest)
#include "tst_confirmdialog.moc"
