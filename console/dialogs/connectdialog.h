// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/client/linkstate.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sluice::console {

/// Which server, with which token. Stays open until the link is there, so that an error is read beside its cause.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(const ConnectionProfile &profile, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionProfile profile() const;
    /// While connecting only Cancel can be used.
    void showState(LinkState state);
    void showFailure(const LinkFailure &failure);
    void showError(const QString &text);
    [[nodiscard]] QString errorText() const;

    /// What a failure means and what to do about it, in one or two sentences.
    [[nodiscard]] static QString explain(const LinkFailure &failure, const ConnectionProfile &profile);

Q_SIGNALS:
    void connectRequested(const sluice::console::ConnectionProfile &profile);
    /// Nothing to connect to yet: the built-in incident.
    void demoRequested();
    /// Cancel while connecting.
    void abandoned();

private:
    void buildForm();
    void buildSecurity(QFormLayout &form);
    void showSecurity();
    void browse();
    void trust();
    void submit();
    void cancel();

    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_token;
    QLineEdit *m_tokenFile;
    QPushButton *m_browse;
    QCheckBox *m_tls;
    QLineEdit *m_authorityFile;
    QLineEdit *m_certificateFile;
    QLineEdit *m_keyFile;
    QComboBox *m_environment;
    QLabel *m_error;
    QPushButton *m_trust; // what the server showed, from now on
    QPushButton *m_connect;
    QPushButton *m_cancel;
    QFormLayout *m_form = nullptr;
    QString m_fingerprint;      // that was confirmed
    QString m_shownFingerprint; // the server's, which nobody vouches for
    bool m_connecting = false;
};

} // namespace sluice::console
