package imports

import (
	"fmt"
	"golang.org/x/tools/go/analysis"
	"os"
)

func mixed(r Reply) {
	if r.ResponseCode == 22 { // want `InvalidCode`
		fmt.Println(analysis.Pass{}, os.Args)
	}
}
