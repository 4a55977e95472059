package carriers

import "encoding/json"

// raw reads a reply of which only the code is of interest.
func raw(body []byte) (string, error) {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return "", err
	}
	hint := ""
	switch m["responseCode"] { // want `happens to 20 response codes`
	case "0":
	case "6":
		hint = "top up"
	case "5":
		hint = "slow down"
	}
	return hint, nil
}

// rawNumber reads what an older gateway sends: a bare number.
func rawNumber(body []byte) (string, error) {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return "", err
	}
	switch code := m["reasonCode"].(float64); code { // want `happens to 12 reason codes`
	case 0:
		return "delivered", nil
	case 8, 13:
		return "later", nil
	}
	return "", nil
}

// kind asks what the code is written as: no code is told from another.
func kind(m map[string]any) string {
	switch m["responseCode"].(type) {
	case string:
		return "text"
	case float64:
		return "number"
	}
	return ""
}
