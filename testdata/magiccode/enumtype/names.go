package enumtype

func delivered(r report) bool {
	return r.Reason == 0 // want `0 is the reason code NotApplicable .*; write reason.None`
}
