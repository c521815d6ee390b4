using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Finds where one of many literals may stand: a bitmap over the hashes of their four rarest bytes, letters of either case alike.
/// One pass costs the same for ten literals as for three hundred, which neither one automaton nor several vector searches do.
/// </summary>
internal sealed class GramFilter
{
    private const int Bits = 19;
    private const uint Fold = 0x20202020;
    private readonly uint[] bitmap = new uint[1 << (Bits - 5)];
    private readonly Dictionary<uint, RuleLiteral[]> byGram;

    public GramFilter(IEnumerable<RuleLiteral> literals)
    {
        byGram = literals.SelectMany(literal => Grams(literal).Select(gram => (gram, literal)))
            .GroupBy(pair => pair.gram, pair => pair.literal)
            .ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var gram in byGram.Keys)
        {
            bitmap[Slot(gram) >> 5] |= 1u << (int)(Slot(gram) & 31);
        }
    }

    /// <summary>
    /// The next place at or after <paramref name="from"/> and before <paramref name="to"/> where the rarest bytes of a literal may stand, or -1.
    /// </summary>
    public int Next(ReadOnlySpan<byte> text, int from, int to)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(bitmap);
        var end = Math.Min(to, text.Length - 3);
        nint place = from;

        // Four places at a time and one branch for all: nearly everywhere there is nothing.
        for (; place < end - 5; place += 4)
        {
            var window = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, place)) | ((ulong)Fold << 32) | Fold;
            if (((Bit(ref bits, window) | Bit(ref bits, window >> 8) | Bit(ref bits, window >> 16) | Bit(ref bits, window >> 24)) & 1) != 0)
            {
                break;
            }
        }

        for (; place < end; place++)
        {
            if ((Bit(ref bits, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, place)) | Fold) & 1) != 0)
            {
                return (int)place;
            }
        }

        return -1;
    }

    /// <summary>The literals whose rarest bytes stand at a place <see cref="Next"/> returned.</summary>
    public RuleLiteral[] At(ReadOnlySpan<byte> text, int place) =>
        byGram.TryGetValue(MemoryMarshal.Read<uint>(text[place..]) | Fold, out var literals) ? literals : [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(ref uint bits, ulong window)
    {
        var slot = Slot((uint)window);
        return Unsafe.Add(ref bits, (nint)(slot >> 5)) >> (int)slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint gram) => (gram * 0x9E3779B1) >> (32 - Bits);

    private static IEnumerable<uint> Grams(RuleLiteral literal)
    {
        var (text, at) = (literal.Text, literal.GramOffset);
        if (text.Length > 3)
        {
            yield return CommonGrams.Pack(text.AsSpan(at, 4));
            yield break;
        }

        // After a literal of three bytes comes a printable character, whichever; the last is what an underscore folds to.
        for (var last = '!'; last <= '\x7f'; last++)
        {
            if (last is <= '?' or >= '`')
            {
                yield return Pack(text[0], text[1], text[2], last);
            }
        }
    }

    private static uint Pack(char a, char b, char c, char d) => (a | ((uint)b << 8) | ((uint)c << 16) | ((uint)d << 24)) | Fold;
}
