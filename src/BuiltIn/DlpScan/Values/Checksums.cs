using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The check digits that cards, accounts and national numbers carry. Each takes digits only, unless it says otherwise.</summary>
internal static class Checksums
{
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>ISO/IEC 7812-1 annex B.</summary>
    public static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 13616: the account with its country and check digits moved to the end is 1 modulo 97. Letters count from A = 10.</summary>
    public static bool Iban(string account)
    {
        var rest = 0;
        foreach (var c in account[4..] + account[..4])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return rest == 1;
    }

    /// <summary>A weighted sum that a modulus divides, as most national numbers use.</summary>
    public static bool Weighted(string digits, ReadOnlySpan<int> weights, int modulus)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum % modulus == 0;
    }

    /// <summary>ISO 7064 MOD 11,10, the check digit of the German tax number.</summary>
    public static bool Mod1110(string digits)
    {
        var product = 10;
        foreach (var c in digits[..^1])
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[^1] - '0';
    }

    /// <summary>Verhoeff's check digit, which notices every change of one digit and every swap of two neighbours; Aadhaar numbers have it.</summary>
    public static bool Verhoeff(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            check = Dihedral(check, Permuted(digits[^(i + 1)] - '0', i % 8));
        }

        return check == 0;
    }

    // The group of a pentagon's turns (0 to 4) and flips (5 to 9).
    private static int Dihedral(int a, int b) => (a, b) switch
    {
        ( < 5, < 5) => (a + b) % 5,
        ( < 5, _) => ((a + b - 5) % 5) + 5,
        (_, < 5) => ((a - 5 + 5 - b) % 5) + 5,
        _ => (a - b + 5) % 5,
    };

    private static int Permuted(int digit, int times)
    {
        for (var i = 0; i < times; i++)
        {
            digit = "1576283094"[digit] - '0';
        }

        return digit;
    }

    /// <summary>The two check digits of a Brazilian CPF.</summary>
    public static bool Cpf(string digits)
    {
        for (var length = 9; length < 11; length++)
        {
            var sum = 0;
            for (var i = 0; i < length; i++)
            {
                sum += (digits[i] - '0') * (length + 1 - i);
            }

            if (sum * 10 % 11 % 10 != digits[length] - '0')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last six characters of GitHub's and npm's tokens: the CRC-32 of the thirty after the prefix, in base 62.</summary>
    public static bool TokenCrc(string token)
    {
        var body = token[(token.IndexOf('_', StringComparison.Ordinal) + 1)..];
        return body.EndsWith(Crc62(body[..^6]), StringComparison.Ordinal);
    }

    /// <summary>The CRC-32 of a text as six digits of base 62.</summary>
    public static string Crc62(string body) => string.Create(6, Crc32(Encoding.ASCII.GetBytes(body)), static (digits, crc) =>
    {
        for (var i = digits.Length - 1; i >= 0; i--, crc /= 62)
        {
            digits[i] = Base62[(int)(crc % 62)];
        }
    });

    /// <summary>What ends a token of a Grafana service account: the CRC-32 of what stands before, its lowest byte first.</summary>
    public static string GrafanaCrc(string body) =>
        BinaryPrimitives.ReverseEndianness(Crc32(Encoding.ASCII.GetBytes(body))).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>What ends a routable token of GitLab: the CRC-32 of what stands before, as seven digits of base 36.</summary>
    public static string GitLabCrc(string body) => string.Create(7, Crc32(Encoding.ASCII.GetBytes(body)), static (digits, crc) =>
    {
        for (var i = digits.Length - 1; i >= 0; i--, crc /= 36)
        {
            digits[i] = Base36[(int)(crc % 36)];
        }
    });

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
            }
        }

        return ~crc;
    }
}
