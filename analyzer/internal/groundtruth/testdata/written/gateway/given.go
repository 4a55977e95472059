package gateway

type Sent struct {
	Code codes.ResponseCode
	All  [2]codes.ResponseCode
}

func (s *Sent) At() *codes.ResponseCode { return &s.Code }

func CodeOf(s *Sent) *codes.ResponseCode                 { return &s.Code }
func ElementOf(s *Sent) *codes.ResponseCode              { return &s.All[0] }
func First(all []codes.ResponseCode) *codes.ResponseCode { return &all[0] }

func Both(a, b *Sent) *codes.ResponseCode {
	if a.Code > b.Code {
		return &a.Code
	}
	return &b.Code
}
