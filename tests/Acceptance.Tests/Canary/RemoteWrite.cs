using System.Buffers.Binary;
using System.Text;

namespace Acceptance.Tests.Canary;

/// <summary>
/// Native histograms as remote write 1.0 carries them, which is the only way to hand a Prometheus some: one series of the requests within (0.25 s, 0.5 s] and
/// within (1 s, 2 s].
/// </summary>
internal static class RemoteWrite
{
    /// <param name="all">By name: the time in milliseconds, and how many requests there were in either bucket until then.</param>
    public static byte[] Histograms(params (string Name, IEnumerable<(long Time, long Fast, long Slow)> Samples)[] all) =>
        Snappy([.. all.SelectMany(one => Series(one.Name, one.Samples))]);

    private static byte[] Series(string name, IEnumerable<(long Time, long Fast, long Slow)> samples)
    {
        var series = Field(1, [.. Field(1, "__name__"), .. Field(2, name)]).ToList();
        foreach (var sample in samples)
        {
            series.AddRange(Field(4, Histogram(sample.Time, sample.Fast, sample.Slow)));
        }

        return Field(1, [.. series]);
    }

    /// <summary>Schema 0: bucket i is (2^(i - 1), 2^i]; counts are written as differences.</summary>
    private static byte[] Histogram(long time, long fast, long slow) =>
    [
        .. Field(1, fast + slow), .. Field(3, (fast * 0.4) + (slow * 1.5)), .. Field(4, 0), .. Field(5, 1e-9), .. Field(6, 0),
        .. Field(11, [.. Field(1, ZigZag(-1)), .. Field(2, 1)]), .. Field(11, [.. Field(1, ZigZag(1)), .. Field(2, 1)]),
        .. Field(12, [.. Number(ZigZag(fast)), .. Number(ZigZag(slow - fast))]), .. Field(15, time),
    ];

    private static long ZigZag(long value) => (value << 1) ^ (value >> 63);

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] bytes) => [.. Number((number << 3) | 2), .. Number(bytes.Length), .. bytes];

    private static byte[] Field(int number, long value) => [.. Number(number << 3), .. Number(value)];

    private static byte[] Field(int number, double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return [.. Number((number << 3) | 1), .. bytes];
    }

    private static byte[] Number(long value)
    {
        var bytes = new List<byte>();
        for (var rest = (ulong)value; ; rest >>= 7)
        {
            if (rest < 128)
            {
                return [.. bytes, (byte)rest];
            }

            bytes.Add((byte)(rest | 128));
        }
    }

    /// <summary>Snappy's block format, with nothing but literals.</summary>
    private static byte[] Snappy(byte[] data) =>
    [
        .. Number(data.Length),
        .. data.Chunk(60_000).SelectMany(part => new byte[] { 61 << 2, (byte)((part.Length - 1) & 255), (byte)((part.Length - 1) >> 8) }.Concat(part)),
    ];
}
