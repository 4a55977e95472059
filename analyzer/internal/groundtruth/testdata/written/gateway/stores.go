package gateway

var Current codes.ResponseCode

var Settings = &Setting{}

type Setting struct{ Code codes.ResponseCode }

func SetCurrent(c codes.ResponseCode) { Current = c }
func Configure(c codes.ResponseCode)  { Settings.Code = c }
func Shared() *Setting                { return Settings }
func Later(f func())                  { f() }
