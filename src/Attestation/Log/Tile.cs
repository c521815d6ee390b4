using System.Globalization;

namespace Gates.Attestation.Log;

/// <summary>One file of a tiled log (C2SP tlog-tiles): up to 256 hashes of one level, or the entries themselves.</summary>
/// <param name="Level">From 0, the hashes of the entries; <see cref="Entries"/> is the entries themselves.</param>
/// <param name="Index">From 0, within the level.</param>
/// <param name="Width">How many it holds: 1 to 256.</param>
internal readonly record struct Tile(int Level, long Index, int Width)
{
    /// <value>How many hashes or entries a full tile holds.</value>
    public const int Full = 256;

    /// <value>How many levels of the tree lie between one level of tiles and the next.</value>
    public const int Height = 8;

    /// <value>The level of the tiles that hold entries.</value>
    public const int Entries = -1;

    public bool IsFull => Width == Full;

    /// <value>Relative to the log's folder: <c>tile/0/x001/234.p/5</c>.</value>
    public string Path
    {
        get
        {
            var name = (Index % 1000).ToString("D3", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                name = FormattableString.Invariant($"x{rest % 1000:D3}/{name}");
            }

            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            return FormattableString.Invariant($"tile/{level}/{name}{(IsFull ? "" : FormattableString.Invariant($".p/{Width}"))}");
        }
    }

    /// <summary>The tile that holds one row of a level, in a log of a size.</summary>
    public static Tile Holding(int level, long row, long size) => new(level, row / Full, (int)Math.Min(Full, Rows(level, size) - (row / Full * Full)));

    /// <summary>How many rows a level has, all its tiles together.</summary>
    public static long Rows(int level, long size) => level == Entries ? size : size >> (Height * level);

    /// <summary>Every tile of a log of a size.</summary>
    public static IEnumerable<Tile> All(long size)
    {
        for (var level = Entries; level < 0 || Rows(level, size) > 0; level++)
        {
            for (var row = 0L; row < Rows(level, size); row += Full)
            {
                yield return Holding(level, row, size);
            }
        }
    }
}
