// Emptyfacts is the vet tool that does the least a vet tool can do: it writes an
// empty file of facts for every package. What errcodelint costs on top of it is
// errcodelint's own.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

func main() {
	last := os.Args[len(os.Args)-1]
	switch {
	case last == "-V=full":
		fmt.Println(os.Args[0], "version devel buildID=emptyfacts")
	case last == "-flags":
		fmt.Println(`[{"Name":"cachekey","Bool":false,"Usage":"no effect"},{"Name":"json","Bool":true,"Usage":"no effect"}]`)
	case strings.HasSuffix(last, ".cfg"):
		if err := write(last); err != nil {
			fmt.Fprintln(os.Stderr, "emptyfacts:", err)
			os.Exit(1)
		}
	}
}

func write(cfg string) error {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return err
	}
	var unit struct{ VetxOutput, Stdout string }
	if err := json.Unmarshal(data, &unit); err != nil {
		return err
	}
	if unit.Stdout != "" {
		if err := os.WriteFile(unit.Stdout, nil, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(unit.VetxOutput, nil, 0o666)
}
