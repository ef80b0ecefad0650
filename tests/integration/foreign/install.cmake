# Installs the npm packages of package-lock.json into DESTINATION, unless they are there. Their optional native parts are
# left out: they are not needed, and nothing is compiled.
file(READ ${SOURCE}/package-lock.json wanted)
set(stamp ${DESTINATION}/installed.json)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()

file(MAKE_DIRECTORY ${DESTINATION})
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json DESTINATION ${DESTINATION})
execute_process(COMMAND ${NPM} ci --ignore-scripts --omit=optional --no-audit --no-fund WORKING_DIRECTORY ${DESTINATION}
  COMMAND_ERROR_IS_FATAL ANY)
file(COPY_FILE ${SOURCE}/package-lock.json ${stamp})
