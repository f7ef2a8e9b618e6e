<?php
/* Plugin Name: Loopback test site. No mail leaves, and a test may ask for a slow save. */
add_filter('pre_wp_mail', '__return_true');
add_filter('wp_insert_post_data', function ($data, $given) {
    $seconds = (float) get_option('loopback_slow_create', 0);
    if ($seconds > 0 && empty($given['ID']) && $data['post_type'] === 'post') {
        usleep((int) ($seconds * 1e6));
    }
    return $data;
}, 10, 2);
