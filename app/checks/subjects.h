// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/finding.h"

// One function per subject, each in a file of its own name. Pure: the world in, this subject's findings out.
namespace checks {

QList<Finding> keychainChecks(const setup::World &world);
QList<Finding> nocobaseChecks(const setup::World &world);
QList<Finding> computerChecks(const setup::World &world);
QList<Finding> pluginChecks(const setup::World &world);
QList<Finding> appChecks(const setup::World &world);
QList<Finding> credentialsChecks(const setup::World &world);
QList<Finding> callbackChecks(const setup::World &world); // domains.cpp
QList<Finding> domainChecks(const setup::World &world);
QList<Finding> trustedIpChecks(const setup::World &world);
QList<Finding> optionsChecks(const setup::World &world);
QList<Finding> reviewChecks(const setup::World &world);
QList<Finding> homepageChecks(const setup::World &world);
QList<Finding> testLoginChecks(const setup::World &world);
QList<Finding> loginWayChecks(const setup::World &world);

} // namespace checks
