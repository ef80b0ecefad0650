#include "server/config/configloader.h"

#include "server/config/textfile.h"
#include "server/config/tomlreader.h"
#include "shared/admin/configschema.h"
#include "shared/base/jsontext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice::server {

namespace {

constexpr QLatin1String kDefaultSource("default");
constexpr QLatin1String kEnvironmentPrefix("SLUICE_");

QString unknownOption(const QString &key)
{
    const QString nearest = admin::nearestConfigKey(key);
    return nearest.isEmpty() ? QStringLiteral("unknown option")
                             : QStringLiteral("unknown option, did you mean %1?").arg(nearest);
}

bool isTableOfOptions(const QString &key)
{
    const QString prefix = key + u'.';
    for (const admin::ConfigOption &option : admin::configOptions()) {
        if (QLatin1String(option.key).startsWith(prefix))
            return true;
    }
    return false;
}

QString defaultStateDir(const QProcessEnvironment &environment)
{
    // systemd sets it for a unit with StateDirectory=; it may name several.
    QString service = environment.value(QStringLiteral("STATE_DIRECTORY")).section(u':', 0, 0);
    if (!service.isEmpty())
        return service;
    const QString state = environment.value(QStringLiteral("XDG_STATE_HOME"));
    if (QDir::isAbsolutePath(state))
        return state + QLatin1String("/sluice");
    const QString home = environment.value(QStringLiteral("HOME"));
    return home.isEmpty() ? QString() : home + QLatin1String("/.local/state/sluice");
}

QJsonValue absolute(const QJsonValue &path, const QDir &directory)
{
    if (path.isArray()) {
        QJsonArray paths;
        for (const QJsonValue one : path.toArray())
            paths.append(absolute(one, directory));
        return paths;
    }
    // "env:NAME" is no file.
    const QString text = path.toString();
    const bool isFile = !text.isEmpty() && !text.startsWith(QLatin1String("env:"));
    return isFile ? QJsonValue(QDir::cleanPath(directory.absoluteFilePath(text))) : path;
}

/// Collects values and problems from the three sources.
class Loader
{
public:
    explicit Loader(const ConfigInput &input)
        : m_input(input)
    {
        for (const admin::ConfigOption &option : admin::configOptions())
            m_values[QString::fromLatin1(option.key)] = {admin::defaultValue(option), kDefaultSource};
    }

    Result<LoadedConfig> load()
    {
        if (!m_input.file.isEmpty())
            readFile(m_input.file);
        const ConfigValues fromFile = m_values;
        std::copy_if(fromFile.begin(), fromFile.end(), std::inserter(m_file, m_file.end()),
                     [](const auto &value) { return value.second.source != kDefaultSource; });
        readEnvironment();
        readCommandLine();
        findStateDir();
        readOverlay(fromFile);
        if (!m_problems.empty())
            return configFailure(m_problems);
        return checkedConfig(m_values).map([this](const ConfigPtr &config) {
            return LoadedConfig{m_values, config, m_overlay, m_file};
        });
    }

private:
    void findStateDir()
    {
        QJsonValue &stateDir = m_values[QStringLiteral("state-dir")].value;
        if (stateDir.toString().isEmpty())
            stateDir = defaultStateDir(m_input.environment);
        if (stateDir.toString().isEmpty()) {
            m_problems.push_back({{},
                                  QStringLiteral("state-dir"),
                                  QStringLiteral("no default is known here, as neither XDG_STATE_HOME nor HOME is set"),
                                  {},
                                  QStringLiteral("a path")});
        }
    }

    // The state directory, where it lies, is known last; what environment and command line said still counts more.
    void readOverlay(const ConfigValues &fromFile)
    {
        const QString stateDir = m_values[QStringLiteral("state-dir")].value.toString();
        m_overlay.file = stateDir + QLatin1String("/overlay.toml");
        if (stateDir.isEmpty() || !QFile::exists(m_overlay.file))
            return;
        const ConfigValues all = std::exchange(m_values, fromFile);
        readFile(m_overlay.file);
        for (const auto &[key, entry] : all) {
            const QString &before = fromFile.at(key).source;
            ConfigValue &now = m_values[key];
            const bool isOverlaid = now.source != before;
            if (isOverlaid)
                m_overlay.values[key] = now.value;
            if (!isOverlaid || entry.source != before)
                now = entry;
        }
    }

    void readFile(const QString &file)
    {
        const Result<TomlNode> root =
            readTextFile(file).and_then([&file](const QByteArray &text) { return readToml(text, file); });
        if (!root) {
            m_problems.push_back({{}, {}, root.error().detail, {}, {}});
            return;
        }
        readTable(file, *root, {});
    }

    void readTable(const QString &file, const TomlNode &table, const QString &prefix)
    {
        for (const TomlNode::Member &member : table.members) {
            const QString key = prefix + member.name;
            if (member.value.isTable())
                readTable(file, member.value, key + u'.');
            else
                readValue(file, member, key);
        }
    }

    void readValue(const QString &file, const TomlNode::Member &member, const QString &key)
    {
        const QString where = QStringLiteral("%1:%2").arg(file).arg(member.line);
        const admin::ConfigOption *option = admin::findConfigOption(key);
        if (!option) {
            const QString reason =
                isTableOfOptions(key) ? QStringLiteral("is a table of options, not an option") : unknownOption(key);
            m_problems.push_back({where, key, reason, member.value.toText(), {}});
            return;
        }
        set(*option, member.value.toJson(), where, member.value.toText(), QFileInfo(file).absolutePath());
    }

    void readEnvironment()
    {
        QStringList names = m_input.environment.keys();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            if (!name.startsWith(kEnvironmentPrefix))
                continue;
            QString key = name.mid(kEnvironmentPrefix.size()).toLower();
            key.replace(QLatin1String("__"), QLatin1String(".")).replace(u'_', u'-');
            const bool ours = name.contains(QLatin1String("__")) || !admin::nearestConfigKey(key).isEmpty();
            if (ours)
                setText(key, m_input.environment.value(name), QStringLiteral("environment"));
        }
    }

    void readCommandLine()
    {
        const auto where = QStringLiteral("command line");
        for (const QString &setting : m_input.settings) {
            const qsizetype equals = setting.indexOf(u'=');
            if (equals <= 0) {
                m_problems.push_back(
                    {where, {}, QStringLiteral("not a setting"), u'"' + setting + u'"', QStringLiteral("KEY=VALUE")});
                continue;
            }
            setText(setting.left(equals), setting.mid(equals + 1), where);
        }
    }

    void setText(const QString &key, const QString &text, const QString &where)
    {
        const QString found = u'"' + text + u'"';
        const admin::ConfigOption *option = admin::findConfigOption(key);
        if (!option) {
            m_problems.push_back({where, key, unknownOption(key), found, {}});
            return;
        }
        const std::optional<QJsonValue> value = admin::parseValue(*option, text);
        set(*option, value.value_or(QJsonValue()), where, found, QDir::currentPath());
    }

    void set(const admin::ConfigOption &option, QJsonValue value, const QString &where, const QString &found,
             const QString &directory)
    {
        const auto key = QString::fromLatin1(option.key);
        if (const std::optional<QString> fault = admin::valueFault(option, value)) {
            m_problems.push_back({where, key, *fault, found, admin::expectedText(option)});
            return;
        }
        if (option.form == admin::TextForm::Path)
            value = absolute(value, QDir(directory));
        m_values[key] = {value, where};
    }

    const ConfigInput &m_input;
    ConfigValues m_values;
    ConfigOverlay m_overlay;
    ConfigValues m_file;
    ConfigProblems m_problems;
};

/// Where a rule is broken: where the option is set or, if it is as by default, where something is that the reason
/// names.
QString placeOf(const ConfigProblem &problem, const ConfigValues &values)
{
    const QString own = values.at(problem.key).source;
    if (own != kDefaultSource)
        return own;
    for (const QString &word : problem.reason.split(u' ')) {
        const auto named = values.find(word);
        if (named != values.end() && named->second.source != kDefaultSource)
            return named->second.source;
    }
    return own;
}

} // namespace

Result<LoadedConfig> loadConfig(const ConfigInput &input)
{
    return Loader(input).load();
}

Result<ConfigPtr> checkedConfig(const ConfigValues &values)
{
    OptionValues plain;
    for (const auto &[key, entry] : values)
        plain[key] = entry.value;
    auto config = std::make_shared<const Config>(makeConfig(plain));

    ConfigProblems problems = ruleFaults(*config);
    for (ConfigProblem &problem : problems) {
        problem.where = placeOf(problem, values);
        if (problem.found.isEmpty()) // else it is not for everybody to see
            problem.found = valueText(values.at(problem.key).value);
    }
    if (!problems.empty())
        return configFailure(problems);
    return config;
}

QString valueText(const QJsonValue &value)
{
    return QString::fromUtf8(jsonText(value));
}

} // namespace sluice::server
