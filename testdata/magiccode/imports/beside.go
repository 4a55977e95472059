package imports

import (
	"fmt" // to say it
	"os"  // to know what

	"golang.org/x/tools/go/analysis" // only for its name
	"golang.org/x/tools/go/ast/edge" // the same
)

func beside(r Reply) {
	if r.ResponseCode == 301 { // want `NoWhatsAppSession`
		fmt.Println(os.Args, analysis.Pass{}, edge.Invalid)
	}
}
