// Numbers and texts that are computed from codes, and codes that several names lead to.
package written

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Token        string
}

type inner struct {
	ResponseCode int `json:"responseCode"`
}
type outer struct {
	*inner
	Name string
}

// narrowing
func Narrowed(responseCode int) {
	if uint8(responseCode) == 5 {
		seen(_, responseCode)
	} else {
		seen(_, responseCode)
	}
	if int16(responseCode) == 5 {
		seen(_, responseCode)
	}
	switch int8(responseCode) {
	case 0:
		seen(_, responseCode)
	case 11:
		seen(_, responseCode)
	default:
		seen(_, responseCode)
	}
	if int32(responseCode) == 11 {
		seen(_, responseCode)
	}
	if byte(responseCode) > 200 {
		seen(_, responseCode)
	}
}

func Computed(responseCode codes.ResponseCode) {
	if responseCode/10 == 1 {
		seen(_, responseCode)
	}
	if responseCode%5 == 0 {
		seen(_, responseCode)
	}
	if responseCode-1 < 5 {
		seen(_, responseCode)
	}
	if responseCode&4 != 0 {
		seen(_, responseCode)
	}
	if -responseCode == 5 {
		seen(_, responseCode)
	}
	if min(responseCode, 5) == 5 {
		seen(_, responseCode)
	}
	if max(responseCode, 5) == 5 {
		seen(_, responseCode)
	}
	if ^responseCode == -6 {
		seen(_, responseCode)
	}
	if responseCode == 9 {
		return
	}
	if float64(responseCode)/2 == 2.5 {
		seen(_, responseCode)
	}
	if uint(responseCode) > 100 {
		seen(_, responseCode)
	}
	if 1<<uint(responseCode&31)&0x30 != 0 {
		seen(_, responseCode)
	}
}

func Spelled(responseCode string) {
	if responseCode == "99" {
		return
	}
	if len(responseCode) == 1 {
		seen(_, responseCode)
	}
	if responseCode[0] == '1' {
		seen(_, responseCode)
	}
	if strings.HasPrefix(responseCode, "1") {
		seen(_, responseCode)
	}
	if strings.Contains("0,5,88", responseCode) {
		seen(_, responseCode)
	}
	if responseCode+"x" == "5x" {
		seen(_, responseCode)
	}
	if strings.TrimLeft(responseCode, "1") == "1" {
		seen(_, responseCode)
	}
	if strings.TrimPrefix(responseCode, "1") == "1" {
		seen(_, responseCode)
	}
	if s := strings.Split(responseCode, "1"); len(s) > 1 && s[0] == "" {
		seen(_, responseCode)
	}
	if string([]byte(responseCode)) == "5" {
		seen(_, responseCode)
	}
	if string([]rune(responseCode)) == "5" {
		seen(_, responseCode)
	}
	if fmt.Sprintf("%05s", responseCode) == "00005" {
		seen(_, responseCode)
	}
	if fmt.Sprintf("%q", responseCode) == `"5"` {
		seen(_, responseCode)
	}
	if strings.Compare(responseCode, "5") == 0 {
		seen(_, responseCode)
	}
	if cmp.Compare(responseCode, "5") < 0 {
		seen(_, responseCode)
	}
	var n int
	if _, err := fmt.Sscan(responseCode, &n); err == nil && n == 5 {
		seen(_, responseCode)
	}
	if _, err := fmt.Sscanf(responseCode, "%d", &n); err == nil && n != 0 {
		seen(_, n)
	}
}

func CalledFromTables(responseCode codes.ResponseCode, b bool) {
	r := &reply{ResponseCode: responseCode}
	table := map[string]func(*reply){
		"reset": func(r *reply) { r.ResponseCode = 0 },
		"keep":  func(r *reply) {},
	}
	if b {
		table["reset"](r)
	}
	seen(_, r.ResponseCode)
	fs := []func(){func() { r.ResponseCode = codes.ResponseSystemError }}
	for _, f := range fs {
		f()
	}
	seen(_, r.ResponseCode)
	r2 := *r
	if r2 == (reply{ResponseCode: 0}) {
		seen(_, r.ResponseCode)
	}
	if (b == (responseCode == 0)) == true {
		seen(_, responseCode)
	}
	if b != (responseCode == 5) {
		seen(_, responseCode)
	}
	switch b == (responseCode == 0) {
	case true:
		seen(_, responseCode)
	case false:
		seen(_, responseCode)
	}
	switch responseCode == 0 {
	case b:
		seen(_, responseCode)
	default:
		seen(_, responseCode)
	}
}

func Promoted(responseCode int, b bool) {
	o := outer{inner: &inner{responseCode}}
	p := o
	if b {
		p.ResponseCode = 5
	}
	seen(_, o.ResponseCode)
	o2 := o
	o2.inner = &inner{11}
	seen(_, o.ResponseCode)
	seen(_, o2.ResponseCode)
	in := o.inner
	in.ResponseCode = 88
	seen(_, o.ResponseCode)
	seen(_, p.ResponseCode)
}

func Elements(responseCode int) {
	a := [3]int{responseCode, 0, 5}
	c := a
	c[0] = 11
	seen(_, a[0])
	s := a[:]
	s[0] = 88
	seen(_, a[0])
	rs := []inner{{responseCode}, {5}}
	t := rs
	t[0].ResponseCode = 9
	seen(_, rs[0].ResponseCode)
	t = append(t, inner{11})
	t[1].ResponseCode = 7
	seen(_, rs[1].ResponseCode)
	copy(rs, []inner{{3}})
	seen(_, rs[0].ResponseCode)
	for i := range rs {
		rs[i].ResponseCode = 11
	}
	seen(_, rs[0].ResponseCode)
	rs[0].ResponseCode = responseCode
	for _, x := range rs {
		x.ResponseCode = 11
	}
	seen(_, rs[0].ResponseCode)
	slices.Reverse(rs)
	seen(_, rs[0].ResponseCode)
	clear(rs)
	seen(_, rs[0].ResponseCode)
	m := map[string]inner{"a": {responseCode}}
	x := m["a"]
	x.ResponseCode = 5
	seen(_, m["a"].ResponseCode)
	delete(m, "a")
	seen(_, m["a"].ResponseCode)
	mp := map[string]*inner{"a": {responseCode}}
	mp["a"].ResponseCode = 5
	seen(_, mp["a"].ResponseCode)
}

var blocked = map[float64]bool{
	0:  true,
	11: true,
	12: true,
}

func each(list ...float64) iter.Seq[float64] {
	return func(yield func(float64) bool) {
		for _, x := range list {
			if !yield(x) {
				return
			}
		}
	}
}

// Asserted has a number that is zero where there is none, and that no code alone is stored in.
func Asserted(body map[string]any) {
	raw := body["responseCode"]
	code, _ := raw.(float64)
	if blocked[code] {
		seen(_, raw)
	} else if code == 5 {
		for next := range each(code, 7) {
			code = next
		}
	}
}

// fields of literals that have no name
func Unnamed(code codes.ResponseCode) {
	if (reply{ResponseCode: code, Token: "x"}).ResponseCode == codes.ResponseSuccess {
		seen(_, code)
		return
	}
	other := (&reply{ResponseCode: code}).ResponseCode
	seen(_, other)
	if other == codes.ResponseThrottlingRateExceeded {
		code = codes.ResponseGeneralFailure
	}
	third := reply{code, "x"}.ResponseCode
	seen(_, third)
	fourth := reply{ResponseCode: code, Token: func() string { code = codes.ResponseSystemError; return "" }()}.ResponseCode
	seen(_, fourth)
	seen(_, reply{Token: "x"}.ResponseCode)
	fifth := outer{inner: &inner{ResponseCode: int(third)}}.ResponseCode
	seen(_, fifth)
}
