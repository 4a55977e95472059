// Command recompare prints what the engine that is built into it claims wrongly of a
// corpus, besides what the corpus says of the engine that it was written with: of the
// first program that shows anything, or, with -all, of all of them. It is built with one
// mistake at a time in the engine, and imports as little as it can, since that is
// compiled each time.
package main

import (
	"encoding/gob"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

func main() {
	log.SetFlags(0)
	all := flag.Bool("all", false, "go on after the first program that shows anything")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: recompare [-all] CORPUS")
	}
	if err := recompare(flag.Arg(0), *all); err != nil {
		log.Fatal(err)
	}
}

func recompare(name string, all bool) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var corpus groundtruth.Corpus
	if err := gob.NewDecoder(file).Decode(&corpus); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tc, err := groundtruth.NewToolchain(dir)
	if err != nil {
		return err
	}
	for _, p := range corpus.Parts {
		found, err := p.Compare(tc)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			kinds := make(map[groundtruth.Kind]int)
			for _, f := range found {
				kinds[f.Kind]++
			}
			fmt.Println(kinds, "among", len(p.Program.Functions), "functions, first in", found[0].Function.Name)
			if !all {
				return nil
			}
		}
	}
	return nil
}
