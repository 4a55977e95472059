package ignores

import "testing"

func TestReply(t *testing.T) {
	r := Reply{ResponseCode: 5} //errcodelint:ignore magiccode as recorded
	if r.ResponseCode != 5 {    //errcodelint:ignore magiccode as recorded
		t.Error(r)
	}
	//errcodelint:ignore magiccode nothing is here // want `magiccode finds nothing on this line`
	t.Log(r)
}

func accepted(r Reply) bool { return r.ResponseCode == 0 } //errcodelint:ignore magiccode as recorded
