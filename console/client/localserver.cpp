// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/localserver.h" // for its meta object
