#include "shared/admin/configschema.h"
