using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.Dockerfiles.Grammar;

/// <summary>Finds stages that take files from each other in a circle, or from themselves: no order could build them.</summary>
internal sealed class StageCircles
{
    private readonly IReadOnlyList<DockerfileStage> stages;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    private StageCircles(IReadOnlyList<DockerfileStage> stages)
    {
        this.stages = stages;
        foreach (var stage in stages.Where(stage => stage.Name is not null))
        {
            byName[stage.Name!] = stage.Index;
        }
    }

    /// <exception cref="DocumentException">There is a circle.</exception>
    public static void Check(IReadOnlyList<DockerfileStage> stages, string path)
    {
        if (new StageCircles(stages).Find() is { } at)
        {
            const string Reason = "this stage takes files from itself, if by way of others, so no order could build the stages";
            throw new DocumentException(path, at.Line, at.Column, Reason);
        }
    }

    /// <summary>Whether the text is a number to the builder, which may have a sign.</summary>
    public static bool TryIndex(string text, out long index)
    {
        index = 0;
        return text.Length > 0 && char.IsAsciiDigit(text[^1]) && !char.IsWhiteSpace(text[0])
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
    }

    /// <summary>The instruction that closes a circle. Without recursion: a file may have a hundred thousand stages.</summary>
    private DockerfileInstruction? Find()
    {
        var state = new byte[stages.Count]; // 0 is new, 1 is on the way, 2 is done
        var way = new Stack<(int Stage, IEnumerator<(int Stage, DockerfileInstruction At)> Sources)>();
        for (var first = 0; first < stages.Count; first++)
        {
            if (state[first] != 0)
            {
                continue;
            }

            state[first] = 1;
            way.Push((first, Sources(first).GetEnumerator()));
            while (way.TryPeek(out var here))
            {
                if (!here.Sources.MoveNext())
                {
                    state[way.Pop().Stage] = 2;
                }
                else if (state[here.Sources.Current.Stage] == 1)
                {
                    return here.Sources.Current.At;
                }
                else if (state[here.Sources.Current.Stage] == 0)
                {
                    state[here.Sources.Current.Stage] = 1;
                    way.Push((here.Sources.Current.Stage, Sources(here.Sources.Current.Stage).GetEnumerator()));
                }
            }
        }

        return null;
    }

    private IEnumerable<(int Stage, DockerfileInstruction At)> Sources(int stage)
    {
        foreach (var instruction in stages[stage].Instructions.Where(instruction => instruction.Name is "COPY" or "RUN"))
        {
            foreach (var flag in instruction.Flags)
            {
                var from = (instruction.Name, flag.Name) switch
                {
                    ("COPY", "from") => flag.Value,
                    ("RUN", "mount") => MountFlag.From(flag.Value ?? "", out _),
                    _ => null,
                };
                if (from is { Length: > 0 } && (instruction.Name == "COPY" && TryIndex(from, out var index)
                    ? index >= 0 && index < stages.Count ? (int)index : -1
                    : byName.GetValueOrDefault(from.ToLowerInvariant(), -1)) is >= 0 and var source)
                {
                    yield return (source, instruction);
                }
            }
        }
    }
}
