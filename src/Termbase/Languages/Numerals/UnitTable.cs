using System.Globalization;

namespace Termbase.Languages.Numerals;

/// <summary>
/// Units of measure with their names in both languages and their size in the base unit of the dimension. Chinese market
/// units by the definition of 1929 (里 = 500 m, 亩 = 2000/3 m², 斤 = 500 g), English ones by the international agreement of 1959.
/// </summary>
internal static class UnitTable
{
    /// <summary>A line a unit: id | dimension | factor | ! if a translation may convert it | Chinese names | English names.</summary>
    public const string Data = """
        m|m|1||米 公尺|meter meters metre metres m
        km|m|1000||公里 千米|kilometer kilometers kilometre kilometres km kms
        cm|m|0.01||厘米 公分|centimeter centimeters centimetre centimetres cm
        mm|m|0.001||毫米|millimeter millimeters millimetre millimetres mm
        um|m|0.000001||微米|micrometer micrometers micron microns μm um
        nm|m|0.000000001||纳米|nanometer nanometers nanometre nanometres nm
        li|m|500|!|华里 里地 里路 里|li
        mile|m|1609.344|!|英里|mile miles mi
        nmi|m|1852|!|海里|nautical_mile nautical_miles
        ft|m|0.3048|!|英尺|foot feet ft
        in|m|0.0254|!|英寸|inch inches
        yd|m|0.9144|!|码|yard yards
        chi|m|1/3|!|市尺 尺|chi
        m2|m2|1||平方米 平米 ㎡|square_meter square_meters square_metre square_metres sq_m sqm m2 m²
        km2|m2|1000000||平方公里 平方千米|square_kilometer square_kilometers square_kilometre square_kilometres sq_km km2 km²
        ha|m2|10000||公顷|hectare hectares ha
        mu|m2|2000/3|!|亩|mu mus
        acre|m2|4046.8564224|!|英亩|acre acres
        mile2|m2|2589988.110336|!|平方英里|square_mile square_miles
        ft2|m2|0.09290304|!|平方英尺|square_foot square_feet sq_ft
        m3|m3|1||立方米|cubic_meter cubic_meters cubic_metre cubic_metres m3 m³
        km3|m3|1000000000||立方公里 立方千米|cubic_kilometer cubic_kilometers cubic_kilometre cubic_kilometres km3 km³
        cm3|m3|0.000001||立方厘米|cubic_centimeter cubic_centimeters cubic_centimetre cubic_centimetres cm3 cm³
        ft3|m3|0.028316846592|!|立方英尺|cubic_foot cubic_feet
        L|m3|0.001||升|liter liters litre litres
        mL|m3|0.000001||毫升|milliliter milliliters millilitre millilitres ml
        gal|m3|0.003785411784|!|加仑|gallon gallons
        bbl|bbl|1||桶|barrel barrels bbl
        kg|kg|1||公斤 千克|kilogram kilograms kg kgs kilo kilos
        g|kg|0.001||克|gram grams gramme grammes g
        mg|kg|0.000001||毫克|milligram milligrams mg
        jin|kg|0.5|!|市斤 斤|jin catty catties
        t|kg|1000||吨 公吨|ton tons tonne tonnes metric_ton metric_tons mt
        lb|kg|0.45359237|!|磅|pound pounds lb lbs
        oz|kg|0.028349523125|!|盎司|ounce ounces oz
        kWh|J|3600000||千瓦时 千瓦小时|kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kWh
        MWh|J|3600000000||兆瓦时|megawatt-hour megawatt-hours megawatt_hours MWh
        GWh|J|3600000000000||吉瓦时|gigawatt-hours gigawatt_hours GWh
        W|W|1||瓦|watt watts
        kW|W|1000||千瓦|kilowatt kilowatts kW
        MW|W|1000000||兆瓦|megawatt megawatts MW
        GW|W|1000000000||吉瓦|gigawatt gigawatts GW
        C|C|1||摄氏度 ℃ °C|degrees_Celsius degree_Celsius degrees_centigrade ℃ °C
        F|F|1||华氏度 ℉ °F|degrees_Fahrenheit degree_Fahrenheit ℉ °F
        s|s|1||秒钟 秒|seconds sec secs
        min|s|60||分钟|minute minutes min mins
        h|s|3600||个小时 小时 个钟头|hour hours hr hrs
        d|s|86400||天 日龄|day days
        week|s|604800||个星期 星期 周龄 周 个礼拜|week weeks
        month|month|1||个月 月龄|month months
        year|month|12||周年 年 岁 周岁 载|year years yr yrs year-old years_old
        decade|month|120|!||decade decades
        century|month|1200|!|个世纪|century centuries
        B|B|1||字节|byte bytes
        MB|B|1000000||兆字节 MB|megabyte megabytes MB
        GB|B|1000000000||GB|gigabyte gigabytes GB
        TB|B|1000000000000||TB|terabyte terabytes TB
        Hz|Hz|1||赫兹|hertz Hz
        MHz|Hz|1000000||兆赫|megahertz MHz
        GHz|Hz|1000000000||吉赫|gigahertz GHz
        km/h|km/h|1||公里/小时 公里每小时|km/h kph kilometers_per_hour kilometres_per_hour kilometers_an_hour
        m/h|km/h|0.001||米/小时|m/h meters_per_hour metres_per_hour
        m/s|km/h|3.6||米/秒 米每秒|m/s meters_per_second metres_per_second
        mph|km/h|1.609344|!|英里/小时|mph miles_per_hour miles_an_hour
        deg|deg|1|||degrees degree °
        """;

    private static readonly (MeasureUnit Unit, string[] Zh, string[] En)[] Units =
        [.. Data.Split('\n').Select(static line => Parse(line.Split('|')))];

    /// <summary>Units by their Chinese names.</summary>
    public static readonly PhraseTable<MeasureUnit> Chinese = new(
        Units.SelectMany(static u => u.Zh.Concat(u.En.Where(static n => n.Length <= 3 && n is not "in" and not "li" and not "mu" and not "chi")).Select(n => (n, u.Unit))));

    /// <summary>Units by their English names.</summary>
    public static readonly PhraseTable<MeasureUnit> English = new(Units.SelectMany(static u => u.En.Select(n => (n, u.Unit))), words: true);

    /// <summary>The unit with this id.</summary>
    public static MeasureUnit Get(string id) => Units.First(u => u.Unit.Id == id).Unit;

    private static (MeasureUnit Unit, string[] Zh, string[] En) Parse(string[] cells) =>
        (new MeasureUnit(cells[0], cells[1], Number(cells[2]), cells[3].Length == 0),
            cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            [.. cells[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static n => n.Replace('_', ' '))]);

    private static Rational Number(string text)
    {
        if (text.Split('/') is [var top, var bottom])
        {
            return new Rational(Int128.Parse(top, CultureInfo.InvariantCulture), Int128.Parse(bottom, CultureInfo.InvariantCulture));
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        var scale = Int128.One;
        for (var i = 0; i < places; i++)
        {
            scale *= 10;
        }

        return new Rational(Int128.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), scale);
    }
}
