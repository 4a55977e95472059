// Texts, numbers in texts, and what decodes them.
package written

type form struct {
	ResponseCode string      `json:"responseCode"`
	Number       json.Number `json:"reasonCode"`
}

func trimmed(s string) string { return strings.TrimSpace(s) }

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

func numberOr(s string, fallback int) (n int) {
	n = fallback
	if v, err := strconv.ParseInt(s, 10, 64); err == nil {
		n = int(v)
	}
	return
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Parsed goes through numbers.
func Parsed(responseCode string, b bool) {
	if responseCode == "99" {
		return
	}
	n := number(trimmed(responseCode))
	if n == 5 || n == -1 {
		seen(_, responseCode)
	}
	if n > 300 {
		seen(_, responseCode)
	}
	if numberOr(responseCode, 11) == 11 {
		seen(_, responseCode)
	}
	u, err := strconv.ParseUint(responseCode, 10, 8)
	if err != nil {
		seen(_, responseCode)
	} else if u == 0 {
		seen(_, responseCode)
	}
	if u == 255 {
		seen(_, responseCode)
	}
	i8, _ := strconv.ParseInt(responseCode, 10, 8)
	if i8 == 127 {
		seen(_, responseCode)
	}
	hex, err := strconv.ParseInt(responseCode, 16, 64)
	if err == nil && hex == 17 {
		seen(_, responseCode)
	}
	any0, err := strconv.ParseInt(responseCode, 0, 64)
	if err == nil && any0 == 11 {
		seen(_, responseCode)
	}
	f, err := strconv.ParseFloat(responseCode, 64)
	if err == nil && f == 5 {
		seen(_, responseCode)
	}
	ok, err := strconv.ParseBool(responseCode)
	if err == nil && ok {
		seen(_, responseCode)
	}
	if err == nil && !ok {
		seen(_, responseCode)
	}
	func() {
		defer func() { _ = recover() }()
		m := must(strconv.Atoi(responseCode))
		seen(_, m)
		if m != 0 {
			seen(_, responseCode)
		}
	}()
	var bad error
	if n, bad = strconv.Atoi(responseCode + "0"); bad == nil && n == 50 {
		seen(_, responseCode)
	}
	if strconv.Itoa(n) == "50" {
		seen(_, responseCode)
	}
	if strconv.Quote(responseCode) == `"5"` {
		seen(_, responseCode)
	}
}

// Shown is compared as it is shown.
func Shown(responseCode string, c codes.ResponseCode, b bool) {
	if responseCode == "99" {
		return
	}
	if fmt.Sprint(responseCode) == "5" {
		seen(_, responseCode)
	}
	if fmt.Sprintf("%s-%d", responseCode, c) == "5-11" {
		seen(_, responseCode)
		seen(_, c)
	}
	if fmt.Sprint(c) == "Success" {
		seen(_, c)
	}
	if fmt.Sprint(int(c)) == "5" {
		seen(_, c)
	}
	if fmt.Sprintf("%v", c) == "5" {
		seen(_, c)
	}
	if fmt.Sprintf("%d", c) == "5" {
		seen(_, c)
	}
	if fmt.Sprintf("%03d", c) == "005" {
		seen(_, c)
	}
	if fmt.Sprintf("%x", int(c)) == "b" {
		seen(_, c)
	}
	if c.String() == "" {
		seen(_, c)
	}
	if c.Wire() == responseCode {
		seen(_, c)
		if responseCode == "5" {
			seen(_, c)
		}
	}
	if c.Description() == codes.ResponseSuccess.Description() {
		seen(_, c)
	}
	if string(rune(c)) == "\x05" {
		seen(_, c)
	}
	if strings.ToUpper(responseCode) == "5" || strings.EqualFold(responseCode, "11") {
		seen(_, responseCode)
	}
	switch s := strings.Trim(responseCode, " 0"); s {
	case "":
		seen(_, responseCode)
	case "1":
		seen(_, responseCode)
	case "5", "88":
		seen(_, responseCode)
	}
	switch {
	case responseCode < "2":
		seen(_, responseCode)
	case responseCode <= "5":
		seen(_, responseCode)
	case responseCode > "88":
		seen(_, responseCode)
	default:
		seen(_, responseCode)
	}
	if responseCode[len(responseCode)-1] == '1' {
		seen(_, responseCode)
	}
	if len(responseCode) > 2 && responseCode[:2] == "30" {
		seen(_, responseCode)
	}
	b2 := []byte(responseCode)
	b2[0] = '7'
	if string(b2) == "7" {
		seen(_, responseCode)
	}
	for _, x := range strings.Split("5,11,"+responseCode, ",") {
		if x == "11" {
			seen(_, responseCode)
		}
	}
	for i, x := range responseCode {
		if i == 0 && x == '5' {
			seen(_, responseCode)
		}
	}
}

// Decoded comes out of JSON.
func Decoded(c codes.ResponseCode, b bool) {
	var f form
	text := fmt.Sprintf(`{"responseCode": "%d"}`, int(c))
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		seen(_, f.ResponseCode)
		return
	}
	if f.ResponseCode == "5" {
		seen(_, f.ResponseCode)
		seen(_, c)
	}
	g := f
	if b {
		_ = json.Unmarshal([]byte(`{"responseCode": "11"}`), &g)
	}
	seen(_, f.ResponseCode)
	seen(_, g.ResponseCode)
	values := url.Values{"responseCode": {f.ResponseCode}}
	if values.Get("responseCode") == "11" {
		seen(_, c)
	}
	values.Set("responseCode", "88")
	seen(_, values.Get("responseCode"))
	values.Add("responseCode", "5")
	seen(_, values.Get("responseCode"))
	values.Del("responseCode")
	seen(_, values.Get("responseCode"))
	other := values
	other.Set("responseCode", "3")
	seen(_, values.Get("responseCode"))
	var p *form
	if b {
		p = &f
	}
	if p != nil && p.ResponseCode == "0" {
		seen(_, c)
	}
	if p == nil || p.ResponseCode != "0" {
		seen(_, c)
	}
	raw := map[string]any{}
	_ = json.Unmarshal([]byte(text), &raw)
	if s, ok := raw["responseCode"].(string); ok && s != "0" {
		seen(_, s)
	} else {
		seen(_, s)
	}
	raw["responseCode"] = "7"
	if s, _ := raw["responseCode"].(string); s == "7" {
		seen(_, s)
	}
}

// Dynamic holds a text, a number or nothing.
func Dynamic(v any, b bool) {
	reply := struct {
		ResponseCode any `json:"responseCode"`
	}{v}
	switch c := reply.ResponseCode.(type) {
	case string:
		if c == "5" {
			seen(_, c)
		}
		seen(_, c)
	case float64:
		if c == 5 {
			seen(_, reply.ResponseCode)
		}
		seen(_, c)
	case int, int64:
		seen(_, reply.ResponseCode)
	case nil:
		seen(_, reply.ResponseCode)
	default:
		seen(_, reply.ResponseCode)
	}
	if reply.ResponseCode == "0" {
		seen(_, reply.ResponseCode)
	}
	if reply.ResponseCode == float64(0) {
		seen(_, reply.ResponseCode)
	}
	if reply.ResponseCode == 0 {
		seen(_, reply.ResponseCode)
	}
	if fmt.Sprint(reply.ResponseCode) == "11" {
		seen(_, reply.ResponseCode)
	}
	if fmt.Sprint(reply.ResponseCode) != "0" {
		seen(_, reply.ResponseCode)
	}
	n, isNumber := reply.ResponseCode.(float64)
	s, isText := reply.ResponseCode.(string)
	if !isNumber && !isText {
		seen(_, reply.ResponseCode)
	}
	if n == 0 && s == "" {
		seen(_, reply.ResponseCode)
	}
	if isNumber || s == "5" {
		seen(_, reply.ResponseCode)
	}
}
