@echo off
rem Starts Sightglass from its sources: finds a JDK, builds when something changed since the last build, runs.
rem SIGHTGLASS_JAVA_OPTS adds options for the JVM, SIGHTGLASS_NO_BUILD=1 runs the last build as it is.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_FOLDER=%~dp0"
set "RUN=%HOME_FOLDER%app\target\run"

set "JDK="
call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JDK (
  echo sightglass: needs a JDK 25 or newer and found none: install one, for instance Temurin 25, or set JAVA_HOME 1>&2
  exit /b 1
)

call :up_to_date && goto run
where mvn >nul 2>nul || (
  echo sightglass: needs Maven ^(mvn^) to build itself: install Maven 3.8 or newer 1>&2
  exit /b 1
)
echo sightglass: building, this happens once after a change ... 1>&2
if exist "%RUN%" rmdir /s /q "%RUN%"
pushd "%HOME_FOLDER%"
set "CALLER_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvn -q -Dquick -DskipTests -pl app -am package dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%RUN%\lib" 1>&2 <nul
if errorlevel 1 (
  popd
  echo sightglass: the build failed, see the messages above 1>&2
  exit /b 1
)
set "JAVA_HOME=%CALLER_JAVA_HOME%"
popd
copy /y "%HOME_FOLDER%app\target\sightglass.jar" "%RUN%\lib\" >nul
type nul > "%RUN%\.stamp"

:run
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders -XX:+UseG1GC -Djdk.virtualThreadScheduler.parallelism=8 %SIGHTGLASS_JAVA_OPTS% -cp "%RUN%\lib\*" dev.sightglass.app.Launcher %*
exit /b %errorlevel%

rem Takes folder %1 as the JDK if none was found before and its release file says 25 or newer.
:consider
if defined JDK exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%R in (%%V) do if %%R geq 25 set "JDK=%~1"
exit /b

rem Succeeds when no source is newer than the last build.
:up_to_date
if not exist "%RUN%\.stamp" exit /b 1
if "%SIGHTGLASS_NO_BUILD%"=="1" exit /b 0
powershell -NoProfile -Command "$s=(Get-Item '%RUN%\.stamp').LastWriteTime; $p='pom.xml','app\pom.xml','proxy-engine\pom.xml','app\src\main','proxy-engine\src\main','icons' | ForEach-Object { Join-Path '%HOME_FOLDER%' $_ } | Where-Object { Test-Path $_ }; if (Get-ChildItem -Recurse $p | Where-Object { $_.LastWriteTime -gt $s } | Select-Object -First 1) { exit 1 }"
exit /b %errorlevel%
