# Sign the files named, with the certificate in $env:CERTIFICATE (base64 of a .pfx),
# and have $env:TIMESTAMPS, the address of a server for RFC 3161, say when. Not run yet.
$ErrorActionPreference = 'Stop'
$store = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
[IO.File]::WriteAllBytes($store, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Select-Object -Last 1
    & $tool.FullName sign /f $store /p $env:PASSWORD /fd sha256 /td sha256 /tr $env:TIMESTAMPS $args
    if ($LASTEXITCODE) { throw "signtool: $LASTEXITCODE" }
} finally {
    Remove-Item $store
}
