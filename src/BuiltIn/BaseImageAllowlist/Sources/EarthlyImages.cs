using System.Text.RegularExpressions;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The bases of an Earthfile. Its own targets, and those of other Earthfiles, are no images.</summary>
internal sealed partial class EarthlyImages : IImageSource
{
    private const string Kind = "Earthfile FROM";
    private const int MaxRounds = 5;

    public static bool IsEarthfile(string path) => path == "Earthfile" || path.EndsWith("/Earthfile", StringComparison.Ordinal);

    public void Read(SourceText source, CollectedImages into)
    {
        if (!IsEarthfile(source.Path))
        {
            return;
        }

        into.AddFile(source);
        var defaults = Argument().Matches(source.Text).GroupBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(match => match.Groups["value"].Value).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        foreach (Match match in From().Matches(source.Text))
        {
            Add(match.Groups["image"], defaults, source, into);
        }
    }

    private static void Add(Group image, Dictionary<string, HashSet<string>> defaults, SourceText source, CollectedImages into)
    {
        var text = image.Value;
        var line = source.LineAt(image.Index);
        for (var round = 0; round < MaxRounds && text.Contains('$', StringComparison.Ordinal) && text.Length < 1_000; round++)
        {
            text = Variable().Replace(text, match =>
                defaults.TryGetValue(match.Groups["name"].Value, out var values) && values.Count == 1 ? values.Single() : match.Value);
        }

        if (text.Contains('$', StringComparison.Ordinal))
        {
            into.AddUnknown(source, Kind, image.Value, "FROM", line, "it is only known to the build; write the image, or give the argument one default here");
        }
        else if (!text.Contains('+', StringComparison.Ordinal) && text is not ("DOCKERFILE" or "scratch"))
        {
            into.AddImage(source, Kind, text, "FROM", line);
        }
    }

    [GeneratedRegex(
        @"^[ \t]*FROM(?:[ \t]+--[^\s]+)*[ \t]+[""']?(?<image>[^\s""'-][^\s""']*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000)]
    private static partial Regex From();

    [GeneratedRegex(
        @"^[ \t]*ARG(?:[ \t]+--[^\s]+)*[ \t]+(?<name>\w+)[ \t]*=[ \t]*[""']?(?<value>[^\s""']*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000)]
    private static partial Regex Argument();

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
