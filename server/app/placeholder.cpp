#include "shared/base/logging.h"
