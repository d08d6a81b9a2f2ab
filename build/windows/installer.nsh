; What lies in %ProgramData%\room-panel goes before the kiosk user's own configuration, and by itself any user may make a folder
; there. So it is made here, and only administrators write in it. SIDs: the system, Administrators, Users.
!macro customInstall
  SetShellVarContext all
  CreateDirectory "$APPDATA\room-panel"
  nsExec::ExecToLog 'icacls "$APPDATA\room-panel" /setowner *S-1-5-32-544 /T'
  nsExec::ExecToLog 'icacls "$APPDATA\room-panel" /reset /T'
  nsExec::ExecToLog 'icacls "$APPDATA\room-panel" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
!macroend
