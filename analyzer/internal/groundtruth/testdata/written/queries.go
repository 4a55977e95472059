// Codes that are looked up again, in what has changed since.
package written

type callback struct {
	URL  *url.URL
	Form url.Values
}

func (c *callback) rewrite(query string) { c.URL.RawQuery = query }

func query(code string) string { return url.Values{"responseCode": {code}}.Encode() }

// Queried looks the query up in an address that gets another one.
func Queried(code, other string, b bool) {
	u := &url.URL{Scheme: "https", RawQuery: query(code)}
	if u.Query().Get("responseCode") == "5" {
		seen(_, u.Query().Get("responseCode"))
		u.Scheme = "http"
		seen(_, u.Query().Get("responseCode"))
		u.RawQuery = query(other)
		seen(_, u.Query().Get("responseCode"))
	}
	c := &callback{URL: u}
	if c.URL.Query().Get("responseCode") == "0" {
		if b {
			c.rewrite(query(code))
		} else {
			c.URL = &url.URL{RawQuery: query("11")}
		}
		seen(_, c.URL.Query().Get("responseCode"))
	}
	plain := url.URL{RawQuery: query(code)}
	if plain.Query().Get("responseCode") == "5" {
		plain.RawQuery = query(other)
		seen(_, plain.Query().Get("responseCode"))
	}
}

// Submitted looks it up in a form, of which another one is made.
func Submitted(code, other string, b bool) {
	c := &callback{Form: url.Values{"responseCode": {code}}}
	if c.Form.Get("responseCode") == "5" {
		seen(_, c.Form.Get("responseCode"))
		c.Form = url.Values{"responseCode": {other}}
		seen(_, c.Form.Get("responseCode"))
	}
	form := url.Values{"responseCode": {code}}
	if form.Get("responseCode") == "0" {
		form.Set("responseCode", other)
		seen(_, form.Get("responseCode"))
	}
	if form.Get("responseCode") == "11" {
		form.Del("responseCode")
		form.Add("responseCode", other)
		seen(_, form.Get("responseCode"))
	}
	if form.Get("responseCode") == "12" {
		if b {
			clear(form)
		}
		form["responseCode"] = append(form["responseCode"], other)
		seen(_, form.Get("responseCode"))
	}
	held := form
	if form.Get("responseCode") == "13" {
		seen(_, held.Get("responseCode"))
		held.Set("responseCode", other)
		seen(_, form.Get("responseCode"))
	}
}
