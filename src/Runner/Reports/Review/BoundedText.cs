using System.Text;

namespace Gates.Runner.Reports.Review;

/// <summary>Markdown that never outgrows its room. Counted in bytes of UTF-8, which are never fewer than the characters a platform counts.</summary>
/// <param name="room">Bytes it may take.</param>
internal sealed class BoundedText(int room)
{
    private readonly StringBuilder text = new();

    /// <value>Bytes left.</value>
    public int Room { get; private set; } = room;

    public bool IsEmpty => text.Length == 0;

    /// <summary>Adds a part whole, unless less than <paramref name="floor"/> bytes would be left.</summary>
    public bool TryAdd(string part, int floor = 0)
    {
        var size = Encoding.UTF8.GetByteCount(part);
        if (Room - size < floor)
        {
            return false;
        }

        text.Append(part);
        Room -= size;
        return true;
    }

    /// <summary>Adds as many parts as fit, each whole.</summary>
    /// <returns>How many were added.</returns>
    public int AddWhile(IEnumerable<string> parts, int floor) => parts.TakeWhile(part => TryAdd(part, floor)).Count();

    public override string ToString() => text.ToString();
}
