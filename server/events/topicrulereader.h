#pragma once

#include "server/events/tablefields.h"
#include "server/events/topicrule.h"

namespace sluice::server {

/// Turns one `[[topic]]` table of an events file into a TopicRule and collects everything that is wrong with it.
/// Returns the rule as far as it could be read; use it only when no problem was added. Thread: any.
[[nodiscard]] std::shared_ptr<TopicRule> readTopicRule(const TomlNode &table, const QString &fileName,
                                                       ConfigProblems &problems);

} // namespace sluice::server
