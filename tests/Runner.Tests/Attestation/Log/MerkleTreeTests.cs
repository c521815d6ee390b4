using System.Globalization;
using System.Text;
using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class MerkleTreeTests
{
    /// <summary>The entries that Certificate Transparency's own tests use.</summary>
    private static readonly string[] KnownEntries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_OfKnownEntries_IsThatOfCertificateTransparency(int size, string root)
    {
        var store = Grow(KnownEntries.Take(size).Select(Convert.FromHexString));
        Convert.ToHexStringLower(new MerkleTree(store, size).Root(size)).ShouldBe(root);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public void Inclusion_OfEveryEntry_LeadsToTheRootAndNoOtherPlaceDoes(int size)
    {
        var tree = new MerkleTree(Grow(Numbers(size)), size);
        var root = tree.Root(size);
        foreach (var (index, entry) in Numbers(size).Index())
        {
            var (leaf, path) = (MerkleHash.Leaf(entry), tree.Inclusion(index));
            MerkleProof.IsIncluded(leaf, index, size, path, root).ShouldBeTrue();
            MerkleProof.IsIncluded(leaf, index + 1, size, path, root).ShouldBeFalse();
            MerkleProof.IsIncluded(leaf, index - 1, size, path, root).ShouldBeFalse();
            MerkleProof.IsIncluded(leaf, index, size, [.. path, root], root).ShouldBeFalse();
            MerkleProof.IsIncluded(leaf, index, size, [.. path.Skip(1)], root).ShouldBe(path.Count == 0);
            MerkleProof.IsIncluded(root, index, size, path, root).ShouldBe(size == 1);
        }
    }

    [Theory]
    [InlineData(70)]
    [InlineData(300)]
    public void Consistency_WithEveryEarlierSize_JoinsBothRootsAndNoOthers(int size)
    {
        var store = Grow(Numbers(size));
        var tree = new MerkleTree(store, size);
        var root = tree.Root(size);
        for (var old = 0; old <= size; old++)
        {
            var (oldRoot, proof) = (tree.Root(old), tree.Consistency(old));
            MerkleProof.IsConsistent(old, oldRoot, size, root, proof).ShouldBeTrue($"{old} of {size}");
            MerkleProof.IsConsistent(old, MerkleHash.Leaf([1]), size, root, proof).ShouldBeFalse();
            MerkleProof.IsConsistent(old, oldRoot, size, MerkleHash.Leaf([1]), proof).ShouldBe(old == 0);
            MerkleProof.IsConsistent(old, oldRoot, size, root, [.. proof, root]).ShouldBeFalse();
            if (proof.Count > 0)
            {
                MerkleProof.IsConsistent(old, oldRoot, size, root, [.. proof.Skip(1)]).ShouldBeFalse();
                MerkleProof.IsConsistent(old, oldRoot, size, root, [.. proof.Take(proof.Count - 1), MerkleHash.Leaf([2])]).ShouldBeFalse();
            }
        }

        MerkleProof.IsConsistent(size + 1, root, size, root, []).ShouldBeFalse();
    }

    [Fact]
    public void Proofs_OverThreeLevelsOfTiles_Hold()
    {
        const int Size = 70_000;
        var store = Grow(Numbers(Size));
        var tree = new MerkleTree(store, Size);
        var root = tree.Root(Size);
        foreach (var index in (int[])[0, 255, 256, 65_535, 65_536, 69_631, 69_632, Size - 1])
        {
            MerkleProof.IsIncluded(
                MerkleHash.Leaf(Encoding.UTF8.GetBytes(index.ToString(CultureInfo.InvariantCulture))),
                index,
                Size,
                tree.Inclusion(index),
                root).ShouldBeTrue();
            MerkleProof.IsConsistent(index + 1, tree.Root(index + 1), Size, root, tree.Consistency(index + 1)).ShouldBeTrue();
        }

        store.Files.Keys.ShouldContain("tile/2/000.p/1");
        store.Files.Keys.ShouldContain("tile/1/001.p/17");
        store.Files.Keys.ShouldContain("tile/0/273.p/112");
        store.Files.Keys.Count(path => path.StartsWith("tile/0/", StringComparison.Ordinal)).ShouldBe(274);
        store.Files.Count.ShouldBe(Tile.All(Size).Count());
    }

    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(63, 5, 1, "tile/63/005.p/1")]
    [InlineData(Tile.Entries, 999, 255, "tile/entries/999.p/255")]
    [InlineData(Tile.Entries, 1000, 256, "tile/entries/x001/000")]
    public void TilePath_IsThatOfTheSpecification(int level, long index, int width, string path) => new Tile(level, index, width).Path.ShouldBe(path);

    private static IEnumerable<byte[]> Numbers(int count) =>
        Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    private static MemoryLogStore Grow(IEnumerable<byte[]> entries)
    {
        var store = new MemoryLogStore();
        var growth = new TreeGrowth(store, null);
        foreach (var entry in entries)
        {
            growth.Add(entry);
        }

        foreach (var (path, bytes) in growth.Finish())
        {
            store.Files[path] = bytes!;
        }

        return store;
    }
}
