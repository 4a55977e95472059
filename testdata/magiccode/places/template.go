package places

// What follows is a template's: no fix can edit that.
//
//line template.go:6
func fromTemplate(r reply) bool { return r.Int == 99 } // want `write int32\(codes.ResponseSystemError\)`
