using System.Text;

namespace Benchmarks.Labelled;

/// <summary>A file whose secrets are known, because they were planted.</summary>
/// <param name="Path">Its name: rules and readers go by it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Planted">What stands in it; what is found elsewhere is a false alarm.</param>
internal sealed record LabelledFile(string Path, byte[] Content, IReadOnlyList<Plant> Planted)
{
    /// <summary>A text with one plant; in the template <c>¤</c> stands for the value.</summary>
    public static LabelledFile From(string path, string template, string value, string kind)
    {
        var before = template[..template.IndexOf('¤', StringComparison.Ordinal)];
        return new LabelledFile(
            path,
            Encoding.UTF8.GetBytes(template.Replace("¤", value, StringComparison.Ordinal)),
            [new Plant(before.Count(c => c == '\n') + 1, kind)]);
    }
}

/// <summary>One planted value.</summary>
/// <param name="Line">The line it begins on, from 1; 0 where lines mean nothing.</param>
/// <param name="Kind">The rule that must find it, or <c>password</c>: any rule for passwords.</param>
internal sealed record Plant(int Line, string Kind);
