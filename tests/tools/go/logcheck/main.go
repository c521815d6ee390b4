// Command logcheck checks a log with the note and tlog packages of golang.org/x/mod, which share no code with Gates.
//
//	logcheck VKEY FOLDER [FILE.tlog-proof | FILE.consistency]...
//
// FOLDER holds checkpoint and tile/. A .consistency file has an old size, an old root, and the hashes of the proof, each on a line.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 3 {
		fail("usage: logcheck VKEY FOLDER [PROOF]...")
	}

	verifier, err := note.NewVerifier(os.Args[1])
	check(err, "verifier key")
	verifiers := note.VerifierList(verifier)
	folder := os.Args[2]
	tree := open(read(filepath.Join(folder, "checkpoint")), verifiers)
	entries := readEntries(folder, tree.N)
	tiles := checkTiles(folder, tree, entries)
	checkEntries(folder, tree, entries)
	for _, path := range os.Args[3:] {
		if strings.HasSuffix(path, ".tlog-proof") {
			checkProof(path, verifiers)
		} else {
			checkConsistency(path, tree)
		}
	}

	fmt.Printf("%d entries, %d tiles, %d proofs\n", tree.N, tiles, len(os.Args)-3)
}

// open checks a checkpoint's signature and reads its three lines.
func open(message []byte, verifiers note.Verifiers) tlog.Tree {
	opened, err := note.Open(message, verifiers)
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != opened.Sigs[0].Name {
		fail("checkpoint: not three lines, or of another origin than its signer")
	}

	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

// readEntries walks the entry bundles: each entry after two bytes of length.
func readEntries(folder string, size int64) [][]byte {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}

		bundle := read(filepath.Join(folder, "tile/entries", name(n, width)))
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}

	if int64(len(entries)) != size {
		fail("%d entries, the checkpoint says %d", len(entries), size)
	}

	return entries
}

// checkTiles computes every tile anew and compares it with the file.
func checkTiles(folder string, tree tlog.Tree, entries [][]byte) int {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}

		return hashes, nil
	})
	for i, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(i), entry, reader)
		check(err, "stored hashes")
		stored = append(stored, hashes...)
	}

	root, err := tlog.TreeHash(tree.N, reader)
	check(err, "tree hash")
	if root != tree.Hash {
		fail("the root is %s, the checkpoint says %s", root, tree.Hash)
	}

	checked := 0
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		// Go lists a partial tile of every width on the way; ours holds those of its checkpoint.
		if rest := tree.N>>(height*tile.L) - tile.N<<height; rest < 1<<height && int64(tile.W) != rest {
			continue
		}

		data, err := tlog.ReadTileData(tile, reader)
		check(err, tile.Path())
		if !bytes.Equal(data, read(filepath.Join(folder, path(tile)))) {
			fail("%s differs", path(tile))
		}

		checked++
	}

	return checked
}

// checkEntries proves entries from the files alone: some hundreds of them, evenly, and the last.
func checkEntries(folder string, tree tlog.Tree, entries [][]byte) {
	reader := tlog.TileHashReader(tree, files(folder))
	step := len(entries)/500 + 1
	for i := len(entries) - 1; i >= 0; i -= step {
		proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
		check(err, "prove")
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entries[i])), fmt.Sprintf("entry %d", i))
	}
}

func checkProof(path string, verifiers note.Verifiers) {
	head, checkpoint, found := bytes.Cut(read(path), []byte("\n\n"))
	if !found {
		fail("%s: no checkpoint", path)
	}

	lines := strings.Split(string(head), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("%s: %s", path, lines[0])
	}

	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err, path)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err, path)
	tree := open(checkpoint, verifiers)
	check(tlog.CheckRecord(hashes(lines[3:]), tree.N, tree.Hash, index, tlog.RecordHash(entry)), path)
}

func checkConsistency(path string, tree tlog.Tree) {
	lines := strings.Split(strings.TrimSpace(string(read(path))), "\n")
	size, err := strconv.ParseInt(lines[0], 10, 64)
	check(err, path)
	check(tlog.CheckTree(hashes(lines[2:]), tree.N, tree.Hash, size, hash(lines[1])), path)
}

// files reads tiles from a folder laid out as C2SP asks: Go's own paths have the tile height in front.
type files string

func (folder files) Height() int { return height }

func (folder files) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(folder), path(tile)))
		if err != nil {
			return nil, err
		}

		data = append(data, bytes)
	}

	return data, nil
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func name(n, width int64) string {
	return strings.TrimPrefix(tlog.Tile{H: height, L: 0, N: n, W: int(width)}.Path(), "tile/8/0/")
}

func hashes(lines []string) []tlog.Hash {
	var all []tlog.Hash
	for _, line := range lines {
		all = append(all, hash(line))
	}

	return all
}

func hash(text string) tlog.Hash {
	parsed, err := tlog.ParseHash(text)
	check(err, text)
	return parsed
}

func read(path string) []byte {
	data, err := os.ReadFile(path)
	check(err, "read")
	return data
}

func check(err error, what string) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

func fail(format string, arguments ...interface{}) {
	fmt.Fprintf(os.Stderr, "logcheck: "+format+"\n", arguments...)
	os.Exit(1)
}
