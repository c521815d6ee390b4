using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.Profiles;

/// <summary>Reads folded stacks, as FlameGraph's <c>stackcollapse</c> programs write them: frames with <c>;</c> between them, a space, and a number.</summary>
internal static class FoldedReader
{
    /// <exception cref="DocumentException">A line is no stack.</exception>
    public static Profile Read(string text, string path)
    {
        var (counter, number, samples) = (new StackCounter(), 0, 0L);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var stack = line.Trim();
            if (stack.IsEmpty || stack[0] == '#')
            {
                continue;
            }

            var space = stack.LastIndexOf(' ');
            if (space <= 0 || !long.TryParse(stack[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                throw new DocumentException(
                    path, number, 1, "this is no folded stack, such as `main;work;sort 12`; nor is the file pprof or speedscope's JSON");
            }

            counter.Add([.. stack[..space].Trim().ToString().Split(';').Select(name => counter.Of(name.Trim()))], count);
            samples += count;
        }

        return counter.Stacks > 0
            ? counter.Read(new Profile(path, ProfileReader.Folded, null, "samples", "count", 0, samples, [], false))
            : throw new DocumentException(path, 1, 1, "there is no stack in the file");
    }
}
