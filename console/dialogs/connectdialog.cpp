// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/connectdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 460;

/// In two lines: Qt breaks it at some of its colons only, and what has no other colons runs out of the dialog.
QString inLines(const QString &fingerprint)
{
    constexpr qsizetype kLine = 16 * 3; // "AB:" sixteen times
    return fingerprint.left(kLine) + u'\n' + fingerprint.mid(kLine);
}

} // namespace

ConnectDialog::ConnectDialog(const ConnectionProfile &profile, QWidget *parent)
    : QDialog(parent)
    , m_host(new QLineEdit(profile.host, this))
    , m_port(new QSpinBox(this))
    , m_token(new QLineEdit(profile.token, this))
    , m_tokenFile(new QLineEdit(profile.tokenFile, this))
    , m_browse(new QPushButton(tr("Browse…"), this))
    , m_tls(new QCheckBox(tr("Connect with T&LS"), this))
    , m_authorityFile(new QLineEdit(profile.security.authorityFile, this))
    , m_certificateFile(new QLineEdit(profile.security.certificateFile, this))
    , m_keyFile(new QLineEdit(profile.security.keyFile, this))
    , m_environment(new QComboBox(this))
    , m_error(new QLabel(this))
    , m_trust(new QPushButton(tr("Trust this certificate and connect"), this))
    , m_connect(new QPushButton(tr("Connect"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_fingerprint(profile.security.fingerprint)
{
    setWindowTitle(tr("Connect to a server"));
    setMinimumWidth(kWidth);
    m_port->setRange(1, 65535);
    m_port->setValue(profile.port);
    m_port->setGroupSeparatorShown(false);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("for this session only, never stored"));
    m_tokenFile->setPlaceholderText(tr("admin.token in the server's state directory"));
    m_environment->addItem(tr("Not named"), QVariant::fromValue(static_cast<int>(Environment::Unnamed)));
    m_environment->addItem(tr("Development"), QVariant::fromValue(static_cast<int>(Environment::Development)));
    m_environment->addItem(tr("Staging"), QVariant::fromValue(static_cast<int>(Environment::Staging)));
    m_environment->addItem(tr("Production"), QVariant::fromValue(static_cast<int>(Environment::Production)));
    m_environment->setCurrentIndex(m_environment->findData(static_cast<int>(profile.environment)));
    m_host->setObjectName(u"host"_s);
    m_port->setObjectName(u"port"_s);
    m_token->setObjectName(u"token"_s);
    m_tokenFile->setObjectName(u"tokenFile"_s);
    m_tls->setChecked(profile.security.tls);
    m_tls->setObjectName(u"tls"_s);
    m_authorityFile->setObjectName(u"authorityFile"_s);
    m_certificateFile->setObjectName(u"certificateFile"_s);
    m_keyFile->setObjectName(u"keyFile"_s);
    m_trust->setObjectName(u"trustButton"_s);
    m_environment->setObjectName(u"environment"_s);
    m_connect->setObjectName(u"connectButton"_s);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_error->setObjectName(u"connectError"_s);
    buildForm();
    connect(m_browse, &QPushButton::clicked, this, &ConnectDialog::browse);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectDialog::cancel);
    connect(m_trust, &QPushButton::clicked, this, &ConnectDialog::trust);
    connect(m_tls, &QCheckBox::toggled, this, &ConnectDialog::showSecurity);
    // What was confirmed stands for one address: for another one it is asked again.
    connect(m_host, &QLineEdit::textChanged, this, [this] { m_fingerprint.clear(); });
    connect(m_port, &QSpinBox::valueChanged, this, [this] { m_fingerprint.clear(); });
    showSecurity();
}

void ConnectDialog::buildForm()
{
    auto *title = new QLabel(tr("Connect to a server"), this);
    title->setProperty("tone", u"heading"_s);
    auto *hint =
        new QLabel(tr("The admin socket of sluiced. It listens on loopback unless configured otherwise."), this);
    hint->setProperty("tone", u"muted"_s);
    hint->setWordWrap(true);
    auto *address = new QHBoxLayout;
    address->addWidget(m_host, 1);
    address->addWidget(m_port);
    m_port->setAccessibleName(tr("Port"));
    m_port->setFixedWidth(84);
    auto *file = new QHBoxLayout;
    file->addWidget(m_tokenFile, 1);
    file->addWidget(m_browse);
    m_browse->setAccessibleName(tr("Browse for a token file"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Host and port"), address);
    form->addRow(tr("Token &file"), file);
    form->addRow(tr("or &token"), m_token);
    buildSecurity(*form);
    form->addRow(tr("&Environment"), m_environment);
    // A row with a layout takes no buddy by itself.
    qobject_cast<QLabel *>(form->labelForField(address))->setBuddy(m_host);
    qobject_cast<QLabel *>(form->labelForField(file))->setBuddy(m_tokenFile);
    m_error->setProperty("tone", u"critical"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_trust->hide();
    m_trust->setAutoDefault(false);
    m_connect->setProperty("primary", true);
    m_connect->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_browse->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    auto *demo = new QPushButton(tr("Try a built-in incident"), this);
    demo->setObjectName(u"demoButton"_s);
    demo->setAutoDefault(false);
    connect(demo, &QPushButton::clicked, this, &ConnectDialog::demoRequested);
    buttons->addWidget(demo);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_connect);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    layout->addLayout(buttons);
}

// What only TLS needs is shown only with it.
void ConnectDialog::buildSecurity(QFormLayout &form)
{
    m_form = &form;
    form.addRow(m_tls);
    m_authorityFile->setPlaceholderText(tr("beside the system's; not needed for most"));
    m_certificateFile->setPlaceholderText(tr("only if the server asks for one"));
    m_keyFile->setPlaceholderText(tr("if it is not in the certificate's file"));
    form.addRow(tr("&Authorities (PEM file)"), m_authorityFile);
    form.addRow(tr("Own &certificate (PEM file)"), m_certificateFile);
    form.addRow(tr("Own &key (PEM file)"), m_keyFile);
}

void ConnectDialog::showSecurity()
{
    for (QLineEdit *file : {m_authorityFile, m_certificateFile, m_keyFile}) {
        file->setVisible(m_tls->isChecked());
        m_form->labelForField(file)->setVisible(m_tls->isChecked());
    }
    m_trust->hide();
    adjustSize();
}

void ConnectDialog::trust()
{
    m_fingerprint = m_shownFingerprint;
    submit();
}

ConnectionProfile ConnectDialog::profile() const
{
    return {
        .host = m_host->text().trimmed(),
        .port = static_cast<quint16>(m_port->value()),
        .tokenFile = m_tokenFile->text().trimmed(),
        .token = m_token->text(),
        .environment = static_cast<Environment>(m_environment->currentData().toInt()),
        .security = {.tls = m_tls->isChecked(),
                     .authorityFile = m_authorityFile->text().trimmed(),
                     .certificateFile = m_certificateFile->text().trimmed(),
                     .keyFile = m_keyFile->text().trimmed(),
                     .fingerprint = m_fingerprint},
    };
}

void ConnectDialog::browse()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Token file"), m_tokenFile->text());
    if (!path.isEmpty())
        m_tokenFile->setText(path);
}

void ConnectDialog::submit()
{
    const ConnectionProfile wanted = profile();
    if (wanted.host.isEmpty()) {
        showError(tr("Enter the host name or address of the server."));
        m_host->setFocus();
        return;
    }
    if (const auto token = wanted.readToken(); !token) {
        showError(token.error().detail.isEmpty() ? tr("Enter a token or choose a token file that is not empty.")
                                                 : tr("The token file cannot be read. %1").arg(token.error().detail));
        m_tokenFile->setFocus();
        return;
    }
    if (const auto security = wanted.security.configuration(); wanted.security.tls && !security) {
        showError(tr("A file for TLS cannot be used. %1").arg(security.error().detail));
        return;
    }
    m_error->hide();
    m_trust->hide();
    Q_EMIT connectRequested(wanted);
}

void ConnectDialog::cancel()
{
    if (m_connecting)
        Q_EMIT abandoned();
    else
        reject();
}

void ConnectDialog::showState(LinkState state)
{
    m_connecting = state == LinkState::Connecting || state == LinkState::SigningIn;
    const std::initializer_list<QWidget *> inputs{m_host,    m_port,        m_token,         m_tokenFile,
                                                  m_browse,  m_tls,         m_authorityFile, m_certificateFile,
                                                  m_keyFile, m_environment, m_connect};
    for (QWidget *input : inputs)
        input->setEnabled(!m_connecting);
    m_connect->setText(state == LinkState::Connecting      ? tr("Connecting…")
                           : state == LinkState::SigningIn ? tr("Signing in…")
                                                           : tr("Connect"));
    if (state == LinkState::Live)
        accept();
}

void ConnectDialog::showFailure(const LinkFailure &failure)
{
    m_shownFingerprint = failure.fingerprint;
    m_trust->setVisible(!failure.fingerprint.isEmpty());
    showError(explain(failure, profile()));
}

void ConnectDialog::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(true);
    adjustSize(); // not a line of it may be cut
}

QString ConnectDialog::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

QString ConnectDialog::explain(const LinkFailure &failure, const ConnectionProfile &profile)
{
    const QString address = profile.address();
    switch (failure.kind) {
    case LinkFailureKind::Refused:
        return tr("Nothing listens at %1. Is the server running, and is this its admin port?").arg(address);
    case LinkFailureKind::HostNotFound: return tr("The name %1 is not known.").arg(profile.host);
    case LinkFailureKind::Unreachable: return tr("%1 does not answer. %2").arg(address, failure.detail);
    case LinkFailureKind::TokenWrong:
        return tr("The server does not know this token. It is in admin.token in the server's state directory.");
    case LinkFailureKind::RoleTooLow: return tr("This token's role may not use the console. %1").arg(failure.detail);
    case LinkFailureKind::ProtocolMismatch:
        return tr("This server and this console do not fit together. %1").arg(failure.detail);
    case LinkFailureKind::Closed:
    case LinkFailureKind::ServerStopped: return tr("The server closed the link. %1").arg(failure.detail);
    case LinkFailureKind::CertificateUnknown:
        return tr("Nobody this computer trusts vouches for the server's certificate: %1. Its SHA-256 fingerprint "
                  "is\n%2\nCompare it with the server's own before you trust it.")
            .arg(failure.detail, inLines(failure.fingerprint));
    case LinkFailureKind::CertificateChanged:
        return tr("The server shows another certificate than the one that was confirmed here. Somebody may be in "
                  "between. Confirmed:\n%1\nShown now:\n%2")
            .arg(inLines(profile.security.fingerprint), inLines(failure.fingerprint));
    case LinkFailureKind::CertificateWanted:
        return tr("The server wants to see a certificate of one of its own authorities. %1").arg(failure.detail);
    case LinkFailureKind::None:
    case LinkFailureKind::Other: break;
    }
    return tr("There is no link to %1. %2").arg(address, failure.detail);
}

} // namespace sluice::console
