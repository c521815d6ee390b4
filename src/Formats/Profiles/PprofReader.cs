using Gates.Formats.Documents;
using Google.Protobuf;

namespace Gates.Formats.Profiles;

/// <summary>
/// Reads a profile of pprof (profile.proto of github.com/google/pprof). Of several things that were counted it takes the one that the file says is the
/// default, else the last, as pprof does.
/// </summary>
internal sealed class PprofReader(string path)
{
    private readonly List<string> texts = [];
    private readonly List<(int Type, int Unit)> types = [];
    private readonly List<(ulong[] Locations, long[] Values)> samples = [];
    private readonly Dictionary<ulong, List<ulong>> locations = [];
    private readonly Dictionary<ulong, (int Name, int File, int Line)> functions = [];
    private long byDefault;

    /// <exception cref="DocumentException">It is none, or is damaged.</exception>
    public Profile Read(byte[] content)
    {
        try
        {
            using var input = new CodedInputStream(content);
            Read(input);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException or OverflowException)
        {
            throw Fail("it is damaged, or no profile");
        }

        if (types.Count == 0 || texts is not ["", ..])
        {
            throw Fail("it is no profile: it says not what was counted");
        }

        var chosen = types.FindLastIndex(type => byDefault > 0 && type.Type == byDefault);
        return Count(chosen < 0 ? types.Count - 1 : chosen);
    }

    private Profile Count(int chosen)
    {
        var counter = new StackCounter();
        var known = functions.ToDictionary(one => one.Key, one => counter.Of(
            Text(one.Value.Name), one.Value.File == 0 ? null : Text(one.Value.File), one.Value.Line == 0 ? null : one.Value.Line));
        foreach (var (places, values) in samples)
        {
            if (values.Length != types.Count)
            {
                throw Fail("a sample has not one value for each thing that was counted");
            }

            counter.Add([.. places.Reverse().SelectMany(place => Frames(place, known, counter))], values[chosen]);
        }

        var looks = types.FindIndex(type => Text(type.Unit) == "count" && Text(type.Type) == "samples");
        long? number = looks < 0 ? samples.Count : samples.Sum(sample => sample.Values[looks]);
        return counter.Read(new Profile(path, ProfileReader.Pprof, null, Text(types[chosen].Type), Text(types[chosen].Unit), 0, number, [], false));
    }

    /// <summary>The functions at one place, the outermost first: what was built into its caller stands before it.</summary>
    private IEnumerable<StackCounter.Count> Frames(ulong place, Dictionary<ulong, StackCounter.Count> known, StackCounter counter)
    {
        if (!locations.TryGetValue(place, out var lines))
        {
            throw Fail("a sample names a place that is not there");
        }

        return lines.Count == 0
            ? [counter.Of("[unknown]")]
            : Enumerable.Reverse(lines).Select(function => known.TryGetValue(function, out var count) ? count : throw Fail("a function is not there"));
    }

    private void Read(CodedInputStream input)
    {
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: types.Add(ReadType(Message(input))); break;
                case 2: samples.Add(ReadSample(Message(input))); break;
                case 4: ReadLocation(Message(input)); break;
                case 5: ReadFunction(Message(input)); break;
                case 6: texts.Add(input.ReadString()); break;
                case 14: byDefault = input.ReadInt64(); break;
                default: input.SkipLastField(); break;
            }
        }
    }

    private static (int Type, int Unit) ReadType(CodedInputStream input)
    {
        var (type, unit) = (0, 0);
        Each(input, field => _ = field switch { 1 => type = Index(input), 2 => unit = Index(input), _ => Skip(input) });
        return (type, unit);
    }

    private static (ulong[] Locations, long[] Values) ReadSample(CodedInputStream input)
    {
        var (places, values) = (new List<ulong>(), new List<long>());
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: Repeated(input, tag, one => places.Add(one.ReadUInt64())); break;
                case 2: Repeated(input, tag, one => values.Add(one.ReadInt64())); break;
                default: input.SkipLastField(); break;
            }
        }

        return ([.. places], [.. values]);
    }

    private void ReadLocation(CodedInputStream input)
    {
        var (id, lines) = (0UL, new List<ulong>());
        Each(input, field =>
        {
            switch (field)
            {
                case 1: id = input.ReadUInt64(); break;
                case 4: lines.Add(ReadLine(Message(input))); break;
                default: input.SkipLastField(); break;
            }
        });
        locations[id] = lines;
    }

    private static ulong ReadLine(CodedInputStream input)
    {
        var function = 0UL;
        Each(input, field =>
        {
            if (field == 1)
            {
                function = input.ReadUInt64();
            }
            else
            {
                input.SkipLastField();
            }
        });
        return function;
    }

    private void ReadFunction(CodedInputStream input)
    {
        var (id, name, file, line) = (0UL, 0, 0, 0);
        Each(input, field =>
        {
            switch (field)
            {
                case 1: id = input.ReadUInt64(); break;
                case 2: name = Index(input); break;
                case 4: file = Index(input); break;
                case 5: line = Index(input); break;
                default: input.SkipLastField(); break;
            }
        });
        functions[id] = (name, file, line);
    }

    private static void Each(CodedInputStream input, Action<int> read)
    {
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            read(WireFormat.GetTagFieldNumber(tag));
        }
    }

    /// <summary>Numbers stand one by one, or packed together.</summary>
    private static void Repeated(CodedInputStream input, uint tag, Action<CodedInputStream> read)
    {
        if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
        {
            read(input);
            return;
        }

        for (var packed = Message(input); !packed.IsAtEnd;)
        {
            read(packed);
        }
    }

    private static CodedInputStream Message(CodedInputStream input) => input.ReadBytes().CreateCodedInput();

    private static int Index(CodedInputStream input) => checked((int)input.ReadInt64());

    private static int Skip(CodedInputStream input)
    {
        input.SkipLastField();
        return 0;
    }

    private string Text(int index) => index >= 0 && index < texts.Count ? texts[index] : throw Fail("a text is not there");

    private DocumentException Fail(string reason) => new(path, 1, 1, "as a profile of pprof " + reason);
}
